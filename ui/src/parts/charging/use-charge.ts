import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { declineWord, declineWords } from '../decline-words.ts'
import { useToast } from '../toasts.tsx'
import { chargingWords } from './words.ts'

/** What is owed, in minor units, and what it is of. */
export interface Charged {
  of: { payment_request: string } | { invoices: string[] } | { order: string }
  amount: number
  currency: string
}

/** Charges what is saved for what is owed and says what came of it: `true` where the money came, or is on its way. */
export function useCharge(): (method: string, debt: Charged, customer: string) => Promise<boolean> {
  const say = useWords(chargingWords)
  const decline = useWords(declineWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  return async (method, { amount, currency, of }, customer) => {
    const body = { ...of, amount }
    const params = { path: { id: method }, header: keyOf(`charge ${method}`, body) }
    const payment = await ask(api.POST('/v1/payment_methods/{id}/charge', { params, body }))
    for (const kind of [
      'payments',
      'payment_requests',
      'invoices',
      'orders',
      'payment_methods',
      'priorities',
    ])
      void queries.invalidateQueries({ queryKey: [kind] })
    const { state } = payment
    if (state === 'succeeded' || state === 'processing') {
      const text = say(state === 'succeeded' ? 'charged' : 'onItsWay', {
        amount: formatMoney(amount, currency, locale),
      })
      toast({ tone: 'done', text })
      return true
    }
    if (state === 'failed' || state === 'canceled') {
      const code = payment.decline_code ?? 'generic_decline'
      const reason = decline(declineWord(code), { code })
      toast({ tone: 'failed', text: say('declined', { reason, customer }) })
      // Where the link is sent from; an order sends its own.
      if (payment.payment_request && !('order' in of)) navigate(`/pay/requests/${payment.payment_request}`)
    } else toast({ tone: 'failed', text: say('unsure') })
    return false
  }
}
