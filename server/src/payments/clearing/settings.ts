import { Type } from 'typebox'
import { defineSetting, type Setting } from '../../identity/index.ts'

const text = Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()])

/** a card clears when it is charged; who wants to wait for the money says so. */
export const cardsClear = defineSetting({
  key: 'clearing.cards',
  schema: Type.Enum(['at_once', 'when_available']),
  fallback: 'at_once',
  writableBy: 'company',
  description:
    'When a payment by card or wallet counts as cleared: at_once, with the charge, or when_available, once the processor may pay it out.',
})

/** R-049, A20(d): what staff are told of a payment that has cleared. */
export const guaranteedNotice = defineSetting({
  key: 'clearing.notice',
  schema: Type.Object({ en: text, fr: text }, { additionalProperties: false }),
  fallback: {
    en: 'That payment is guaranteed, and you can go ahead and ship your product.',
    fr: 'Ce paiement est garanti, vous pouvez expédier votre produit.',
  },
  writableBy: 'company',
  description:
    'What is said of a payment that has cleared, as {"en": …, "fr": …}, each up to 500 characters, or null for nothing.',
})

export const clearingSettings: readonly Setting[] = [cardsClear, guaranteedNotice]
