import type { components } from '../../api/schema.generated.ts'

export type Saved = components['schemas']['PaymentMethod']

/** As a payment that was made by it names it. */
export function asPaid({ type, card, bank }: Saved) {
  return { method: type, bank, card: card && { ...card, wallet: null } }
}
