import { Type } from 'typebox'
import { defineSetting } from '../identity/index.ts'

const text = Type.Union([Type.String({ minLength: 1, maxLength: 5000 }), Type.Null()])

/** K22: whether each completed payment is thanked for by mail, beside its receipt. */
export const thankYouEnabled = defineSetting({
  key: 'thankyou.enabled',
  schema: Type.Boolean(),
  fallback: false,
  writableBy: 'company',
  description: 'Whether a thank-you is mailed for each completed payment, beside the receipt: true or false.',
})

/** the words of the thank-you, composed by the company, for each language. */
export const thankYouText = defineSetting({
  key: 'thankyou.text',
  schema: Type.Object({ en: text, fr: text }, { additionalProperties: false }),
  fallback: { en: null, fr: null },
  writableBy: 'company',
  description:
    'The words of the thank-you as {"en": …, "fr": …}, each up to 5000 characters with variables, or null for the template’s.',
})

/** a saved reply or confirmation in the place of words. */
export const thankYouTemplate = defineSetting({
  key: 'thankyou.template',
  schema: Type.Union([Type.String({ pattern: '^tpl_[a-z0-9_]{1,90}$' }), Type.Null()]),
  fallback: null,
  writableBy: 'company',
  description:
    'The id of the template or saved reply that thanks where no words are set, or null for the one that comes with Quittance.',
})

/** Whether customers are told by mail that what they saved expires, beside the priority that staff have. */
export const tellExpiry = defineSetting({
  key: 'saved_methods.tell_expiry',
  schema: Type.Boolean(),
  fallback: false,
  writableBy: 'company',
  description:
    'Whether a customer is mailed when a card that they saved expires next month, once for a card and its month: true or false.',
})

export const notificationSettings = [thankYouEnabled, thankYouText, thankYouTemplate, tellExpiry]
