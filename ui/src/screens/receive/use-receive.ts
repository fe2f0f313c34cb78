import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Problem } from '../../api/problem.ts'
import { useCharge } from '../../parts/charging/use-charge.ts'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Customer } from './use-customer.ts'
import { words } from './words.ts'

export interface Booking {
  amount: number
  currency: string
  method: 'cash' | 'cheque' | 'wire'
  received_on: string
  reference: string | null
  applications: { invoice: string; amount: number }[]
  confirm_repeat?: boolean
}

interface Charged {
  invoices: string[]
  amount: number
  currency: string
}

/** Books what was received, charges what is saved, or leaves for the page where a card is entered. */
export function useReceive(customer: Customer, onStale: () => unknown) {
  const say = useWords(words)
  const { language, locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const chargeFor = useCharge()
  const [isAsked, setAsked] = useState(false)
  const [isOver, setOver] = useState(false)
  const doing = useMutation({
    mutationFn: (work: () => Promise<string | boolean>) => work(),
    onError: (error) => {
      const code = error instanceof Problem ? error.code : undefined
      if (code === 'cheque_booked_before' || code === 'wire_booked_before') setAsked(true)
      // What was shown is not so any more.
      void onStale()
    },
  })
  /** Undefined where it did not work, which `error` says. */
  const run = <Result extends string | boolean>(work: () => Promise<Result>) =>
    doing.mutateAsync(work).then(
      (result) => result as Result,
      () => undefined,
    )
  const book = (booking: Booking) =>
    run(async () => {
      const body = { ...booking, customer: customer.id }
      const received = await ask(
        api.POST('/v1/received_payments', { body, params: { header: keyOf('receive', body) } }),
      )
      for (const kind of ['payments', 'payment_requests', 'invoices', 'credits', 'tenders'])
        void queries.invalidateQueries({ queryKey: [kind] })
      const money = (amount: number) => formatMoney(amount, booking.currency, locale)
      const text = say(received.credit_amount === 0 ? 'bookedAll' : 'booked', {
        customer: customer.name,
        amount: money(booking.amount),
        applied: money(received.applied_amount),
        credit: money(received.credit_amount),
      })
      toast({ tone: 'done', text })
      setOver(true)
      return text
    })
  const byPhone = ({ amount, invoices }: Charged) =>
    run(async () => {
      const { url } = await ask(api.POST('/v1/phone_pages', { body: { invoices, amount } }))
      setOver(true)
      location.assign(`${url}?lang=${language}`)
      return true
    })
  const charge = (method: string, { amount, currency, invoices }: Charged) =>
    run(() => chargeFor(method, { of: { invoices }, amount, currency }, customer.name))
  return { book, byPhone, charge, isAsked, isOver, isPending: doing.isPending, error: doing.error }
}
