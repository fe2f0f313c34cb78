import { NativeSelect } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { declineWord, declineWords } from '../../parts/decline-words.ts'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { methodWords } from './method-words.ts'
import { asPaid, type Saved } from './saved-method.ts'

interface Debt {
  name: string
  of: { payment_request: string } | { invoices: string[] }
  amount: number
  currency: string
}

interface Props {
  customer: Customer
  method: Saved
  onClose: () => void
}

/** R-053 R-054: charges what is saved for what is owed. What the bank declines is asked for by a link instead. */
export function ChargeMethod({ customer, method, onClose }: Props) {
  const say = useWords(methodWords)
  const decline = useWords(declineWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  const name = usePaymentMethod()(asPaid(method))
  const { data: debts, error } = useDebts(customer.id, (count) => say('allInvoices', { count }))
  const [chosen, setChosen] = useState('0')
  const debt = debts?.[Number(chosen)]
  const money = ({ amount, currency }: Debt) => formatMoney(amount, currency, locale)
  const charge = async () => {
    if (debt === undefined) return
    const body = { ...debt.of, amount: debt.amount }
    const params = { path: { id: method.id }, header: keyOf('charge', body) }
    const payment = await ask(api.POST('/v1/payment_methods/{id}/charge', { params, body }))
    for (const kind of ['payments', 'payment_requests', 'invoices', 'payment_methods', 'priorities'])
      void queries.invalidateQueries({ queryKey: [kind] })
    const { state } = payment
    if (state === 'succeeded' || state === 'processing') {
      const text = say(state === 'succeeded' ? 'charged' : 'onItsWay', { amount: money(debt) })
      toast({ tone: 'done', text })
    } else if (state === 'failed' || state === 'canceled') {
      const code = payment.decline_code ?? 'generic_decline'
      const reason = decline(declineWord(code), { code })
      toast({ tone: 'failed', text: say('declined', { reason, customer: customer.name }) })
      // Where the link is sent from.
      if (payment.payment_request) navigate(`/pay/requests/${payment.payment_request}`)
    } else toast({ tone: 'failed', text: say('unsure') })
  }
  return (
    <Confirm
      title={say('chargeTitle', { method: name })}
      action={debt === undefined ? say('chargeShort') : say('chargeDo', { amount: money(debt) })}
      isDisabled={debt === undefined}
      onConfirm={charge}
      onClose={onClose}
    >
      {error && <ProblemNote error={error} />}
      {debts === undefined && !error && <Lines count={2} />}
      {debts?.length === 0 && <p>{say('nothing', { customer: customer.name })}</p>}
      {debts !== undefined && debts.length > 0 && (
        <>
          <p>{say('chargeText', { customer: customer.name })}</p>
          <NativeSelect
            label={say('chargeFor')}
            data-autofocus
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={debts.map((each, at) => ({ value: String(at), label: `${each.name} · ${money(each)}` }))}
          />
        </>
      )}
    </Confirm>
  )
}

/** What a customer owes: each open invoice, all of them where they go together, and requests that ask for none. */
function useDebts(customer: string, all: (count: number) => string) {
  return useQuery({
    queryKey: ['invoices', 'debts', customer],
    queryFn: async (): Promise<Debt[]> => {
      const [invoices, requests] = await Promise.all([
        ask(api.GET('/v1/invoices', { params: { query: { customer, open: true, limit: 100 } } })),
        ask(
          api.GET('/v1/payment_requests', { params: { query: { customer, status: 'unpaid', limit: 100 } } }),
        ),
      ])
      const open = invoices.data.filter((invoice) => invoice.open > 0)
      const [first] = open
      const each = open.map(({ id, number, open: amount, currency }): Debt => {
        return { name: number, of: { invoices: [id] }, amount, currency }
      })
      const together: Debt[] =
        first !== undefined && open.length > 1 && open.every(({ currency }) => currency === first.currency)
          ? [
              {
                name: all(open.length),
                of: { invoices: open.map(({ id }) => id) },
                amount: open.reduce((sum, invoice) => sum + invoice.open, 0),
                currency: first.currency,
              },
            ]
          : []
      const asked = requests.data
        .filter((request) => request.kind !== 'invoice' && request.open > 0)
        .map(({ id, reference, open: amount, currency }): Debt => {
          return { name: reference, of: { payment_request: id }, amount, currency }
        })
      return [...each, ...together, ...asked]
    },
  })
}
