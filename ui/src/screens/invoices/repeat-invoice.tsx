import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components, paths } from '../../api/schema.generated.ts'
import { useSession } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { isoDay } from '../../parts/iso-day.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatDay, useLanguage, useWords } from '../../words/index.ts'
import styles from './repeat.module.css'
import { repeatWords } from './repeat-words.ts'

type Invoice = components['schemas']['Invoice']
type Body = paths['/v1/invoice_schedules']['post']['requestBody']['content']['application/json']

/** Has invoices like this one issued and sent by themselves. */
export function RepeatInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(repeatWords)
  const { locale } = useLanguage()
  const { company } = useSession()
  const toast = useToast()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [every, setEvery] = useState<number | string>(1)
  const [unit, setUnit] = useState<'week' | 'month'>('month')
  const [startsOn, setStartsOn] = useState(() => monthAfter(isoDay(new Date(), company.time_zone)))
  const [endsOn, setEndsOn] = useState('')
  const [dueIn, setDueIn] = useState<number | string>('')
  const terms = repeatable(invoice)
  const start = async () => {
    if (terms === undefined) return
    const body: Body = {
      ...terms,
      customer: invoice.customer,
      currency: invoice.currency,
      order_reference: invoice.order_reference,
      note: invoice.note,
      unit,
      every: Number(every),
      starts_on: startsOn,
      ends_on: endsOn || null,
      due_in_days: dueIn === '' ? null : Number(dueIn),
    }
    await ask(api.POST('/v1/invoice_schedules', { body, params: { header: keyOf('schedule', body) } }))
    void queries.invalidateQueries({ queryKey: ['invoice_schedules'] })
    const day = formatDay(new Date(`${startsOn}T00:00:00Z`), { locale, timeZone: 'UTC' })
    toast({ tone: 'done', text: say('started', { day }) })
    navigate('/invoices/automatic')
  }
  return (
    <Confirm
      title={say('repeatTitle', { number: invoice.number })}
      action={say('repeatDo')}
      isDisabled={startsOn === '' || every === ''}
      onConfirm={start}
      onClose={onClose}
    >
      <p>{say('repeatText')}</p>
      <div className={styles.pair}>
        <NumberInput
          label={say('every')}
          min={1}
          max={52}
          allowDecimal={false}
          value={every}
          onChange={setEvery}
        />
        <NativeSelect
          label={say('unit')}
          data={[
            { value: 'week', label: say('weeks') },
            { value: 'month', label: say('months') },
          ]}
          value={unit}
          onChange={({ currentTarget }) => setUnit(currentTarget.value === 'week' ? 'week' : 'month')}
        />
        <TextInput
          type="date"
          label={say('startsOn')}
          value={startsOn}
          onChange={({ currentTarget }) => setStartsOn(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say('endsOn')}
          value={endsOn}
          onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
        />
      </div>
      <NumberInput
        label={say('dueIn')}
        description={say('dueHint')}
        min={0}
        max={365}
        allowDecimal={false}
        value={dueIn}
        onChange={setDueIn}
      />
    </Confirm>
  )
}

/** This one was issued: the next is a month later, in months without that day on their last. */
function monthAfter(day: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
}

/** What an invoice sold, to be sold again; undefined of one whose sums are those of the file that it came as. */
export function repeatable({
  terms,
  lines = [],
}: Invoice): Pick<Body, 'tax_included' | 'lines' | 'discount' | 'shipping'> | undefined {
  if (terms === null) return undefined
  const taxes = (each: readonly { rate: string; name: string | null }[]) =>
    each.map(({ rate, name }) => (name === null ? { rate } : { rate, name }))
  const made = lines.flatMap(({ description, quantity, unit, unit_price: price, taxes: carried }) =>
    quantity === null || price === null || carried === null
      ? []
      : [{ description, quantity, unit, unit_price: price, taxes: taxes(carried) }],
  )
  if (made.length === 0 || made.length < lines.length) return undefined
  return {
    tax_included: terms.tax_included,
    lines: made,
    discount: terms.discount,
    shipping: terms.shipping && { amount: terms.shipping.amount, taxes: taxes(terms.shipping.taxes) },
  }
}
