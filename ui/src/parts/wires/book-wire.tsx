import { Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Problem } from '../../api/problem.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Confirm } from '../confirm.tsx'
import { isoDay } from '../iso-day.ts'
import { MoneyField } from '../money-field.tsx'
import { useToast } from '../toasts.tsx'
import { wireWords } from './words.ts'

interface Props {
  /** What the wire is for: all that a request asks for, or an invoice of a customer. */
  of: { payment_request: string } | { customer: string; invoices: string[] }
  reference: string
  /** What is open of it, in minor units. */
  open: number
  currency: string
  onClose: () => void
}

/** Books a wire that came to the company's own bank. One that is booked already is asked about. */
export function BookWire({ of, reference: title, open, currency, onClose }: Props) {
  const say = useWords(wireWords)
  const { locale, timeZone } = useLanguage()
  const today = isoDay(new Date(), timeZone)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [amount, setAmount] = useState<number | undefined>(open)
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState('')
  const [sender, setSender] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isRepeat, setRepeat] = useState(false)
  const money = (value: number) => formatMoney(value, currency, locale)
  const book = async () => {
    const body = {
      ...of,
      amount: amount ?? 0,
      currency,
      reference: reference.trim() || null,
      sender: sender.trim() || null,
      received_on: day,
      ...(isRepeat ? { confirm_repeat: true } : {}),
    }
    try {
      await ask(api.POST('/v1/wires', { body, params: { header: keyOf('book', body) } }))
    } catch (error) {
      if (error instanceof Problem && error.code === 'wire_booked_before') setAsked(true)
      throw error
    }
    toast({ tone: 'done', text: say('booked', { amount: money(body.amount) }) })
    for (const kind of ['payments', 'payment_requests', 'invoices', 'credits', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('title', { reference: title })}
      action={say('do', { amount: money(amount ?? 0) })}
      isDisabled={amount === undefined || amount < 1 || day === '' || (isAsked && !isRepeat)}
      onConfirm={book}
      onClose={onClose}
    >
      <p>{say('text')}</p>
      <MoneyField
        label={say('amount')}
        currency={currency}
        start={open}
        data-autofocus
        description={amount === undefined || amount === open ? undefined : difference(amount)}
        onAmount={setAmount}
      />
      <TextInput
        type="date"
        label={say('date')}
        max={today}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={say('reference')}
        description={say('referenceHint')}
        maxLength={500}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <TextInput
        label={say('sender')}
        maxLength={500}
        value={sender}
        onChange={(event) => setSender(event.currentTarget.value)}
      />
      {isAsked && (
        <Checkbox
          label={say('repeat')}
          checked={isRepeat}
          onChange={(event) => setRepeat(event.currentTarget.checked)}
        />
      )}
    </Confirm>
  )

  function difference(received: number): string {
    return received < open
      ? say('less', { amount: money(open - received) })
      : say('more', { amount: money(received - open) })
  }
}
