import type { components } from '../api/schema.generated.ts'
import { defineWords, useLanguage, useWords } from '../words/index.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'

type Payment = components['schemas']['PaymentRow']

export const paymentStatusWords = defineWords({
  en: {
    created: 'Begun',
    unknown: 'Being checked',
    requires_action: 'Bank asks the payer',
    processing: 'Processing',
    succeeded: 'Paid',
    failed: 'Declined',
    canceled: 'Canceled',
    returned: 'Returned by bank',
    charged_back: 'Lost in dispute',
    disputed: 'Disputed',
    takenBack: 'Taken back',
  },
  fr: {
    created: 'Commencé',
    unknown: 'En vérification',
    requires_action: 'La banque interroge le payeur',
    processing: 'En traitement',
    succeeded: 'Payé',
    failed: 'Refusé',
    canceled: 'Annulé',
    returned: 'Retour bancaire',
    charged_back: 'Litige perdu',
    disputed: 'Contesté',
    takenBack: 'Annulé par vous',
  },
})

const TONES: Readonly<Record<Payment['state'], Tone>> = {
  created: 'processing',
  unknown: 'attention',
  requires_action: 'processing',
  processing: 'processing',
  succeeded: 'paid',
  failed: 'failed',
  canceled: 'ended',
  returned: 'failed',
  charged_back: 'failed',
}

/** How a payment stands, or that some of it was given back. */
export function PaymentStatus({
  payment: { state, refund_label, disputed, tender, wire },
}: {
  payment: Pick<Payment, 'state' | 'refund_label' | 'disputed' | 'tender' | 'wire'>
}) {
  const say = useWords(paymentStatusWords)
  const { language } = useLanguage()
  // Its bank took a cheque back, not somebody here.
  const isBounced = tender?.taken_back === 'bounced'
  return (
    <StatusBadge tone={disputed ? 'attention' : refund_label ? 'returned' : TONES[state]}>
      {disputed
        ? say('disputed')
        : (refund_label?.[language] ?? say((wire ?? tender)?.taken_back && !isBounced ? 'takenBack' : state))}
    </StatusBadge>
  )
}
