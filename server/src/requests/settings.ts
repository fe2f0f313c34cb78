import { Type } from 'typebox'
import { defineSetting } from '../identity/index.ts'

/** K2: hours from the first human opening after which an invoice link takes no new attempt; null for never. */
export const invoiceLinkHours = defineSetting({
  key: 'link.expiry.invoice_link.hours',
  schema: Type.Union([Type.Integer({ minimum: 1, maximum: 24 * 365 }), Type.Null()]),
  fallback: 24,
  writableBy: 'company',
  description:
    'Hours from the first human opening of an invoice link until it expires (1 to 8760), or null for never.',
})

/** K4, K6: off means that no document of the company carries a link and no open one takes money. */
export const paymentLinksEnabled = defineSetting({
  key: 'company.payment_links_enabled',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'operator',
  description: 'Whether the company may ask for money by link: true or false.',
})

export const requestSettings = [invoiceLinkHours, paymentLinksEnabled]
