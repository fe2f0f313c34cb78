import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'

type Status = components['schemas']['Invoice']['status']

export const invoiceStatusWords = defineWords({
  en: {
    open: 'Open',
    partially_paid: 'Partly paid',
    paid: 'Paid',
    processing: 'Processing',
    overdue: 'Overdue',
    partially_refunded: 'Refunded',
    refunded: 'Refunded',
    void: 'Void',
    written_off: 'Written off',
  },
  fr: {
    open: 'Ouverte',
    partially_paid: 'Payée en partie',
    paid: 'Payée',
    processing: 'En traitement',
    overdue: 'En retard',
    partially_refunded: 'Remboursée',
    refunded: 'Remboursée',
    void: 'Annulée',
    written_off: 'Passée en pertes',
  },
})

const TONES: Readonly<Record<Status, Tone>> = {
  open: 'sent',
  partially_paid: 'attention',
  paid: 'paid',
  processing: 'processing',
  overdue: 'failed',
  partially_refunded: 'returned',
  refunded: 'returned',
  void: 'ended',
  written_off: 'ended',
}

/** How an invoice stands. */
export function InvoiceStatus({ status }: { status: Status }) {
  const say = useWords(invoiceStatusWords)
  return <StatusBadge tone={TONES[status]}>{say(status)}</StatusBadge>
}
