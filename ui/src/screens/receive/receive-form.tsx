import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMerchantAccount } from '../../api/merchant-account.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { byPhoneWords } from '../../parts/by-phone/words.ts'
import { asPaid } from '../../parts/charging/saved-method.ts'
import { useHoldWhenTouched } from '../../parts/holding.ts'
import { isoDay } from '../../parts/iso-day.ts'
import { MoneyField } from '../../parts/money-field.tsx'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { OpenInvoices } from './open-invoices.tsx'
import styles from './receive.module.css'
import { Sums } from './sums.tsx'
import { useAllocation } from './use-allocation.ts'
import { type Customer, useCurrencies, useSaved } from './use-customer.ts'
import { type Booking, useReceive } from './use-receive.ts'
import { words } from './words.ts'

interface Props {
  customer: Customer
  companyCurrency: string
  /** What is ticked at first; else the oldest due. */
  owed: { invoice: string | null; currency: string | null } | undefined
  /** With what was booked, where another one follows; without, where this was the last. */
  onDone: (text: string | undefined) => void
}

const BOOKED = ['cash', 'cheque', 'wire'] as const

/** R-053 R-054 R-056: how much, by what and for what. */
export function ReceiveForm({ customer, companyCurrency, owed, onDone }: Props) {
  const say = useWords(words)
  const sayPhone = useWords(byPhoneWords)
  const { locale, timeZone } = useLanguage()
  const name = usePaymentMethod()
  const today = isoDay(new Date(), timeZone)
  const currencies = useCurrencies(customer.id, companyCurrency)
  const saved = useSaved(customer.id)
  const { data: account } = useMerchantAccount()
  const [wanted, setWanted] = useState(owed?.currency ?? undefined)
  const [method, setMethod] = useState<string>('cash')
  const [amount, setAmount] = useState<number>()
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState('')
  const [isRepeat, setRepeat] = useState(false)
  const currency = wanted ?? currencies?.[0] ?? companyCurrency
  const by = BOOKED.find((each) => each === method)
  const isWhole = by === undefined
  const allocation = useAllocation({ customer: customer.id, currency, amount, isWhole, first: owed?.invoice })
  const receive = useReceive(customer, allocation.again)
  const holding = useHoldWhenTouched(receive.isOver)
  if (currencies === undefined) return <Lines count={4} />
  const money = (value: number) => formatMoney(value, currency, locale)
  const { applied, lines } = allocation
  const isSaid = by === 'cash' || reference.trim() !== ''
  const isComplete = isWhole
    ? applied > 0
    : amount !== undefined &&
      amount > 0 &&
      applied <= amount &&
      day !== '' &&
      isSaid &&
      (!receive.isAsked || isRepeat)
  const isReady = isComplete && allocation.isTold && allocation.isRight && !receive.isPending
  const methods = [
    ...BOOKED.map((value) => ({ value, label: say(`method_${value}`) })),
    ...(account?.status === 'enabled' ? [{ value: 'phone', label: say('method_phone') }] : []),
    ...saved.map((each) => ({ value: each.id, label: say('saved', { method: name(asPaid(each)) }) })),
  ]
  const submit = async (isLast: boolean) => {
    if (!isReady) return
    const settled = lines.filter(({ isTicked }) => isTicked)
    const charged = { invoices: settled.map(({ invoice }) => invoice), amount: applied, currency }
    if (method === 'phone') return receive.byPhone(charged)
    if (by === undefined) return (await receive.charge(method, charged)) && onDone(undefined)
    const booking: Booking = {
      amount: amount ?? 0,
      currency,
      method: by,
      received_on: day,
      reference: by === 'cash' ? null : reference.trim(),
      applications: settled.flatMap(({ applies, invoice }) =>
        applies ? [{ invoice, amount: applies }] : [],
      ),
      ...(isRepeat ? { confirm_repeat: true } : {}),
    }
    const text = await receive.book(booking)
    if (text !== undefined) onDone(isLast ? undefined : text)
  }
  return (
    <form
      {...holding}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(true)
      }}
    >
      <div className={styles.pair}>
        <NativeSelect
          label={say('method')}
          data={methods}
          value={method}
          onChange={(event) => {
            setMethod(event.currentTarget.value)
            allocation.anew()
          }}
        />
        {!isWhole && (
          <MoneyField
            label={say('amount')}
            currency={currency}
            onAmount={setAmount}
            choice={currencies.length > 1 ? { currencies, onCurrency: choose } : undefined}
          />
        )}
        {!isWhole && (
          <TextInput
            type="date"
            label={say('date')}
            max={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        {!isWhole && by !== 'cash' && (
          <TextInput
            label={say(by === 'cheque' ? 'number' : 'reference')}
            maxLength={500}
            required
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        )}
      </div>
      <ProblemNote error={allocation.error} onAgain={() => allocation.again()} />
      {lines.length > 0 ? (
        <OpenInvoices allocation={allocation} currency={currency} isWhole={isWhole} />
      ) : (
        allocation.isTold && (
          <p className={styles.quiet}>
            {say(isWhole ? 'nothingToCharge' : 'noInvoices', {
              customer: customer.name,
              currency: currency.toUpperCase(),
            })}
          </p>
        )
      )}
      {isWhole ? (
        <p className={styles.quiet}>{method === 'phone' ? sayPhone('text') : say('chargesAll')}</p>
      ) : (
        <Sums lines={lines} applied={applied} amount={amount ?? 0} currency={currency} />
      )}
      {receive.isAsked && (
        <Checkbox
          label={say('repeat')}
          checked={isRepeat}
          onChange={(event) => setRepeat(event.currentTarget.checked)}
        />
      )}
      <ProblemNote error={receive.error} />
      <div className={styles.foot}>
        <Button type="submit" loading={receive.isPending} disabled={!isReady}>
          {isWhole
            ? say(method === 'phone' ? (applied > 0 ? 'take' : 'takeNothing') : 'charge', {
                amount: money(applied),
              })
            : say('receive')}
        </Button>
        {!isWhole && (
          <Button variant="default" disabled={!isReady} onClick={() => void submit(false)}>
            {say('receiveNew')}
          </Button>
        )}
      </div>
    </form>
  )

  function choose(next: string) {
    setWanted(next)
    allocation.anew()
  }
}
