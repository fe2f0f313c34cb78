import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import { EmailDocument } from '../../parts/emailing/email-document.tsx'
import type { Invoice } from './invoice-list.tsx'

/** Sends an invoice as PDF, with a payment link or without. */
export function EmailInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const keyOf = useKeyOf()
  const { id, number, customer, buyer, open, currency } = invoice
  return (
    <EmailDocument
      of={{ number, customer, address: buyer.email, open, currency }}
      send={(body) => {
        const params = { path: { id }, header: keyOf('send', body) }
        return ask(api.POST('/v1/invoices/{id}/send', { params, body }))
      }}
      onClose={onClose}
    />
  )
}
