import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { asPaid, type Saved } from '../../parts/charging/saved-method.ts'
import { type Charged, useCharge } from '../../parts/charging/use-charge.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { methodWords } from './method-words.ts'

interface Debt extends Charged {
  name: string
}

interface Props {
  customer: Customer
  method: Saved
  onClose: () => void
}

/** R-053 R-054: charges what is saved for what is owed. What the bank declines is asked for by a link instead. */
export function ChargeMethod({ customer, method, onClose }: Props) {
  const say = useWords(methodWords)
  const { locale } = useLanguage()
  const name = usePaymentMethod()(asPaid(method))
  const { data: debts, error } = useDebts(customer.id, (count) => say('allInvoices', { count }))
  const [chosen, setChosen] = useState('0')
  const debt = debts?.[Number(chosen)]
  const money = ({ amount, currency }: Debt) => formatMoney(amount, currency, locale)
  const chargeFor = useCharge()
  const charge = async () => {
    if (debt !== undefined) await chargeFor(method.id, debt, customer.name)
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
