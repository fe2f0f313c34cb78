import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'

type Status = components['schemas']['PaymentRequest']['status']

export const requestStatusWords = defineWords({
  en: {
    draft: 'Draft',
    sent: 'Sent',
    viewed: 'Viewed',
    processing: 'Processing',
    partially_paid: 'Partly paid',
    paid: 'Paid',
    paid_elsewhere: 'Paid elsewhere',
    written_off: 'Written off',
    invoice_voided: 'Invoice voided',
    superseded: 'Superseded',
    refunded: 'Refunded',
    expired: 'Expired',
    voided: 'Voided',
  },
  fr: {
    draft: 'Brouillon',
    sent: 'Envoyée',
    viewed: 'Vue',
    processing: 'En traitement',
    partially_paid: 'Payée en partie',
    paid: 'Payée',
    paid_elsewhere: 'Payée autrement',
    written_off: 'Passée en pertes',
    invoice_voided: 'Facture annulée',
    superseded: 'Remplacée',
    refunded: 'Remboursée',
    expired: 'Expirée',
    voided: 'Annulée',
  },
})

const TONES: Readonly<Record<Status, Tone>> = {
  draft: 'quiet',
  sent: 'sent',
  viewed: 'viewed',
  processing: 'processing',
  partially_paid: 'attention',
  paid: 'paid',
  paid_elsewhere: 'paid',
  written_off: 'ended',
  invoice_voided: 'ended',
  superseded: 'ended',
  refunded: 'returned',
  expired: 'attention',
  voided: 'ended',
}
export const REQUEST_STATUSES = Object.keys(TONES) as readonly Status[]

/** How a payment request stands. */
export function RequestStatus({ status }: { status: Status }) {
  const say = useWords(requestStatusWords)
  return <StatusBadge tone={TONES[status]}>{say(status)}</StatusBadge>
}
