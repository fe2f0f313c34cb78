import { Radio, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useMerchantAccount } from '../../api/merchant-account.ts'
import { useKeyOf } from '../../api/once.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { asPaid } from '../../parts/charging/saved-method.ts'
import { useCharge } from '../../parts/charging/use-charge.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Order } from './order-list.tsx'
import { orderWords } from './order-words.ts'
import styles from './orders.module.css'

const PHONE = 'phone'
const COUNTER = 'counter'

/** R-059 R-060: takes the payment of an order, by what is saved, by a card on the phone, or at the counter. */
export function PayOrder({ order, onClose }: { order: Order; onClose: () => void }) {
  const say = useWords(orderWords)
  const { language, locale } = useLanguage()
  const name = usePaymentMethod()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const chargeFor = useCharge()
  const { data: account } = useMerchantAccount()
  const { data: saved, error } = useQuery({
    queryKey: ['payment_methods', 'of', order.customer],
    queryFn: async () =>
      (await ask(api.GET('/v1/customers/{id}/payment_methods', { params: { path: { id: order.customer } } })))
        .data,
  })
  const [chosen, setChosen] = useState<string>()
  const { id, number, invoice, currency, customer_name: customer } = order
  const open = invoice === null || invoice.status === 'void' ? order.total : invoice.open
  const amount = formatMoney(open, currency, locale)
  const methods = saved?.filter(({ state }) => state === 'active') ?? []
  const by = chosen ?? methods[0]?.id ?? (account?.status === 'enabled' ? PHONE : COUNTER)
  const pay = async () => {
    if (by === PHONE) {
      const { url } = await ask(api.POST('/v1/phone_pages', { body: { order: id, amount: open } }))
      location.assign(`${url}?lang=${language}`)
    } else if (by === COUNTER) {
      const params = { path: { id }, header: keyOf('invoice', id) }
      const { invoice: owed } = await ask(api.POST('/v1/orders/{id}/invoice', { params }))
      void queries.invalidateQueries({ queryKey: ['invoices'] })
      const asked = new URLSearchParams({ customer: order.customer, currency, invoice: owed?.id ?? '' })
      navigate(`/pay/receive?${asked}`)
    } else await chargeFor(by, { of: { order: id }, amount: open, currency }, customer)
  }
  return (
    <Confirm
      title={say('payTitle', { number })}
      action={by === COUNTER ? say('goOn') : say('payDo', { amount })}
      isDisabled={saved === undefined}
      onConfirm={pay}
      onClose={onClose}
    >
      <p>{say('payText', { amount, customer })}</p>
      <ProblemNote error={error} />
      {saved === undefined && !error ? (
        <Lines count={2} />
      ) : (
        <Radio.Group label={say('payBy')} value={by} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {methods.map((method) => (
              <Radio
                key={method.id}
                value={method.id}
                label={say(method.type === 'ach' ? 'savedBank' : 'savedCard', {
                  method: name(asPaid(method)),
                })}
              />
            ))}
            {account?.status === 'enabled' && <Radio value={PHONE} label={say('phone')} />}
            <Radio value={COUNTER} label={say('counter')} />
          </Stack>
        </Radio.Group>
      )}
      {methods.length === 0 && saved !== undefined && <p className={styles.quiet}>{say('noneSaved')}</p>}
      <p className={styles.quiet}>{say('orLink')}</p>
    </Confirm>
  )
}
