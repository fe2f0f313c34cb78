import type { components } from '../../api/schema.generated.ts'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { defineWords, useWords } from '../../words/index.ts'

type State = components['schemas']['Order']['state']

export const orderStateWords = defineWords({
  en: {
    draft: 'Draft',
    unconfirmed: 'Unconfirmed',
    confirmed: 'Confirmed',
    canceled: 'Canceled',
  },
  fr: {
    draft: 'Brouillon',
    unconfirmed: 'À confirmer',
    confirmed: 'Confirmée',
    canceled: 'Annulée',
  },
})

const TONES: Readonly<Record<State, Tone>> = {
  draft: 'quiet',
  unconfirmed: 'attention',
  confirmed: 'paid',
  canceled: 'ended',
}

/** Where an order is on its way; how its money stands, its invoice says. */
export function OrderState({ state }: { state: State }) {
  const say = useWords(orderStateWords)
  return <StatusBadge tone={TONES[state]}>{say(state)}</StatusBadge>
}
