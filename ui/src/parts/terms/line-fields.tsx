import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { readDecimal, useLanguage, useWords } from '../../words/index.ts'
import { Money } from '../money.tsx'
import { TaxTicks } from './tax-ticks.tsx'
import styles from './terms.module.css'
import { type Line, newLine, type Terms } from './terms.ts'
import { termsWords } from './words.ts'

interface Props {
  terms: Terms
  onChange: (terms: Terms) => void
  isTried: boolean
  /** Of each line, as the server computed it. */
  amounts: readonly { amount: number }[] | undefined
  currency: string
}

/** The lines of an invoice: what, how many, at what price, and which of its taxes each carries. */
export function LineFields({ terms, onChange, isTried, amounts, currency }: Props) {
  const say = useWords(termsWords)
  const change = (id: string, changes: Partial<Line>) =>
    onChange({
      ...terms,
      lines: terms.lines.map((line) => (line.id === id ? { ...line, ...changes } : line)),
    })
  return (
    <fieldset className={styles.set}>
      <legend>{say('lines')}</legend>
      {terms.lines.map((line, index) => (
        <LineRow
          key={line.id}
          line={line}
          at={index + 1}
          terms={terms}
          isTried={isTried}
          amount={amounts?.[index]?.amount}
          currency={currency}
          onChange={(changes) => change(line.id, changes)}
          onRemove={
            terms.lines.length > 1
              ? () => onChange({ ...terms, lines: terms.lines.filter(({ id }) => id !== line.id) })
              : undefined
          }
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.add}
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onChange({ ...terms, lines: [...terms.lines, newLine(terms.taxes)] })}
      >
        {say('addLine')}
      </Button>
    </fieldset>
  )
}

interface RowProps {
  line: Line
  at: number
  terms: Terms
  isTried: boolean
  amount: number | undefined
  currency: string
  onChange: (changes: Partial<Line>) => void
  onRemove: (() => void) | undefined
}

function LineRow({ line, at, terms, isTried, amount, currency, onChange, onRemove }: RowProps) {
  const say = useWords(termsWords)
  const { locale } = useLanguage()
  const number = (name: 'quantity' | 'price') => ({
    value: line[name],
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    error:
      readDecimal(line[name], locale) === undefined && (isTried || line[name] !== '')
        ? say('numberWrong', { example: (12.5).toLocaleString(locale) })
        : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <section className={styles.line} aria-label={say('line', { at })}>
      <TextInput
        label={say('description')}
        autoComplete="off"
        maxLength={500}
        value={line.description}
        error={isTried && line.description.trim() === '' ? say('wanted') : undefined}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className={styles.numbers}>
        <TextInput label={say('quantity')} {...number('quantity')} />
        <TextInput label={say('price')} {...number('price')} />
        <output className={styles.amount}>
          {amount !== undefined && <Money amount={amount} currency={currency} />}
        </output>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            className={styles.remove}
            aria-label={say('removeLine', { at })}
            onClick={onRemove}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <TaxTicks
        taxes={terms.taxes}
        ticked={line.taxes}
        nameOf={(name) => say('lineTax', { at, name })}
        onChange={(taxes) => onChange({ taxes })}
      />
    </section>
  )
}
