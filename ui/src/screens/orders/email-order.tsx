import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { EmailDocument } from '../../parts/emailing/email-document.tsx'
import type { Order } from './order-list.tsx'

/** R-076 R-081: sends an order's invoice as PDF, with a payment link or without. */
export function EmailOrder({ order, onClose }: { order: Order; onClose: () => void }) {
  const keyOf = useKeyOf()
  const { id, number, customer, currency, invoice } = order
  const open = invoice === null || invoice.status === 'void' ? order.total : invoice.open
  return (
    <EmailDocument
      of={{ number, customer, address: null, open, currency }}
      send={(body) => {
        const params = { path: { id }, header: keyOf('send', body) }
        return ask(api.POST('/v1/orders/{id}/send', { params, body }))
      }}
      onClose={onClose}
    />
  )
}
