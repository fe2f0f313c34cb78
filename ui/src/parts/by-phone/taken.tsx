import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { usePaymentMethod } from '../payment-method.tsx'
import { useToast } from '../toasts.tsx'
import { byPhoneWords } from './words.ts'

/** The page for a payment by phone leads back with it in the address. */
const TAKEN = 'taken'

/** Says what was taken by phone to whoever comes back from there, once. */
export function Taken() {
  const say = useWords(byPhoneWords)
  const { locale } = useLanguage()
  const method = usePaymentMethod()
  const toast = useToast()
  const [search, setSearch] = useSearchParams()
  const id = search.get(TAKEN)
  const said = useRef<string>(undefined)
  const { data: payment } = useQuery({
    queryKey: ['payments', id],
    queryFn: () => ask(api.GET('/v1/payments/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  })
  useEffect(() => {
    if (id === null || payment === undefined || said.current === id) return
    said.current = id
    const amount = formatMoney(payment.amount, payment.currency, locale)
    const isPaid = payment.state === 'succeeded'
    toast({
      tone: 'done',
      text: isPaid ? say('taken', { amount, method: method(payment) }) : say('onItsWay', { amount }),
    })
    const rest = new URLSearchParams(search)
    rest.delete(TAKEN)
    setSearch(rest, { replace: true })
  }, [id, payment, locale, toast, say, method, search, setSearch])
  return null
}
