import type { components } from '../api/schema.generated.ts'
import { defineWords, formatDay, useLanguage, useWords } from '../words/index.ts'

type Clearing = components['schemas']['PaymentRow']['clearing']

const words = defineWords({
  en: {
    submitted: 'Submitted',
    processing: 'Processing',
    processingUntil: 'Processing, expected {from} to {to}',
    paid: 'Paid, not cleared',
    paidUntil: 'Paid, clears {from}',
    cleared: 'Cleared',
    clearedFrom: 'Cleared, deposit from {from}',
    clearedUntil: 'Cleared, deposit expected {from}',
    deposited: 'Deposited',
  },
  fr: {
    submitted: 'Soumis',
    processing: 'En traitement',
    processingUntil: 'En traitement, attendu du {from} au {to}',
    paid: 'Payé, non compensé',
    paidUntil: 'Payé, compensé le {from}',
    cleared: 'Compensé',
    clearedFrom: 'Compensé, versement à partir du {from}',
    clearedUntil: 'Compensé, versement attendu le {from}',
    deposited: 'Versé',
  },
})

/** How far the money of a payment is: five different words, with when the next step is expected unless `isShort`. */
export function ClearingSaid({ clearing, isShort = false }: { clearing: Clearing; isShort?: boolean }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  if (clearing === null) return null
  const day = (text: string | null) =>
    text === null ? '' : formatDay(new Date(`${text}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const { expected_from: from, expected_to: to, state } = clearing
  const days = { from: day(from), to: day(to) }
  if (isShort) return say(state)
  if (from === null || state === 'submitted' || state === 'deposited') return say(state)
  if (state === 'cleared') return say(to === null ? 'clearedFrom' : 'clearedUntil', days)
  return say(`${state}Until`, days)
}
