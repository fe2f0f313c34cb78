import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { useMay } from '../../api/session.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Order } from './order-list.tsx'
import { orderWords } from './order-words.ts'

/** Asks before an order is confirmed without a payment: what it comes to is owed from then on. */
export function ConfirmOrder({ order, onClose }: { order: Order; onClose: () => void }) {
  const say = useWords(orderWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { id, number, revision } = order
  const mayReadSettings = useMay('settings.read')
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => ask(api.GET('/v1/settings')),
    enabled: mayReadSettings,
  })
  const isMailed = settings.data?.values['order.send_invoice'] === true
  const amount = formatMoney(order.total, order.currency, locale)
  const confirm = async () => {
    const body = { revision }
    await ask(
      api.POST('/v1/orders/{id}/confirm', { params: { path: { id }, header: keyOf('confirm', body) }, body }),
    )
    toast({ tone: 'done', text: say('confirmed', { number }) })
    for (const kind of ['orders', 'invoices']) void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('confirmTitle', { number })}
      action={say('confirmDo', { amount })}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {say('confirmText', { customer: order.customer_name, amount })} {isMailed && say('confirmMailed')}
      </p>
    </Confirm>
  )
}
