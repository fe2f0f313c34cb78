import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'

type State = components['schemas']['RefundRow']['state']

export const refundStatusWords = defineWords({
  en: {
    requested: 'Asked for',
    pending: 'On its way',
    succeeded: 'Refunded',
    failed: 'Failed',
    canceled: 'Canceled',
  },
  fr: {
    requested: 'Demandé',
    pending: 'En route',
    succeeded: 'Remboursé',
    failed: 'Échoué',
    canceled: 'Annulé',
  },
})

const TONES: Readonly<Record<State, Tone>> = {
  requested: 'processing',
  pending: 'processing',
  succeeded: 'returned',
  failed: 'failed',
  canceled: 'ended',
}
export const REFUND_STATES = Object.keys(TONES) as readonly State[]

/** How far a refund is. */
export function RefundStatus({ state }: { state: State }) {
  const say = useWords(refundStatusWords)
  return <StatusBadge tone={TONES[state]}>{say(state)}</StatusBadge>
}
