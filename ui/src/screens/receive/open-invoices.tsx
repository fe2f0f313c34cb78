import { Button, Checkbox, TextInput } from '@mantine/core'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './receive.module.css'
import type { Line, useAllocation } from './use-allocation.ts'
import { words } from './words.ts'

interface Props {
  allocation: ReturnType<typeof useAllocation>
  currency: string
  /** What is ticked is charged, each in full: no parts. */
  isWhole: boolean
}

/** What a customer owes, the oldest due first, each with a box and how much of it is settled. */
export function OpenInvoices({ allocation, currency, isWhole }: Props) {
  const say = useWords(words)
  return (
    <fieldset className={styles.invoices}>
      <legend>{say('invoices')}</legend>
      {allocation.isByHand && (
        <Button size="compact-sm" variant="subtle" onClick={allocation.oldestFirst}>
          {say('oldest')}
        </Button>
      )}
      <ul>
        {allocation.lines.map((line) => (
          <Invoice
            key={line.invoice}
            line={line}
            allocation={allocation}
            currency={currency}
            isWhole={isWhole}
          />
        ))}
      </ul>
    </fieldset>
  )
}

function Invoice({ line, allocation, currency, isWhole }: Props & { line: Line }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const { applies, due_on: due, free, in_flight: inFlight, isTicked, number, open, text } = line
  const facts = [
    due === null
      ? null
      : say('dueOn', { date: formatDay(new Date(`${due}T00:00:00Z`), { locale, timeZone: 'UTC' }) }),
    say('open', { amount: money(open) }),
    inFlight > 0 ? say('inFlight', { amount: money(inFlight) }) : null,
  ]
  const error =
    applies === undefined
      ? say('notAnAmount')
      : applies > free
        ? say('tooMuch', { amount: money(free) })
        : undefined
  return (
    <li className={styles.invoice}>
      <Checkbox
        label={<strong>{number}</strong>}
        description={facts.filter(Boolean).join(' · ')}
        checked={isTicked}
        disabled={isWhole ? inFlight > 0 : free === 0}
        onChange={(event) => allocation.tick(line, event.currentTarget.checked)}
      />
      {isTicked && !isWhole && (
        <TextInput
          aria-label={say('applies', { number })}
          inputMode="decimal"
          autoComplete="off"
          classNames={{ input: styles.part ?? '' }}
          value={text}
          error={error}
          onChange={(event) => allocation.type(line, event.currentTarget.value)}
        />
      )}
      {isTicked && isWhole && <span>{money(open)}</span>}
    </li>
  )
}
