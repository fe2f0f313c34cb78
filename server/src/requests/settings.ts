import { Type } from 'typebox'
import { defineSetting, type Setting } from '../identity/index.ts'
import { METHODS } from '../lib/methods.ts'
import { everyBnplSetting } from './bnpl-settings.ts'
import { phoneMoto } from './by-phone/settings.ts'
import { limitSettings } from './limit-settings.ts'
import { checkoutWallets } from './wallet-settings.ts'

/** What a link was sent for: an invoice, or a request that is its own document (quick, detailed). */
const LINK_ORIGINS = ['invoice_link', 'request'] as const
type LinkOrigin = (typeof LINK_ORIGINS)[number]

/** What requests ask for money by (K13). */
const REQUEST_KINDS = ['detailed', 'quick', 'invoice'] as const

/** The ways a link leaves the company (K17): by mail, or copied to be shared by hand. */
const LINK_CHANNELS = ['email', 'copy'] as const

export const EXPIRY_HOURS = Type.Integer({ minimum: 1, maximum: 24 * 365 })
export const EXPIRY_MODES = ['none', 'after_open', 'after_issue'] as const
export const RENEWALS = ['merchant_only', 'customer_can_ask', 'auto_issue'] as const
const METHOD_SET = Type.Array(Type.Enum([...METHODS]), { minItems: 1, uniqueItems: true })

/** K2: whether and from when a new link's period runs, and for how long. A link keeps what it was issued with. */
const linkExpiry = {
  invoice_link: {
    mode: defineSetting({
      key: 'link.expiry.mode.invoice_link',
      schema: Type.Enum(EXPIRY_MODES),
      fallback: 'after_open',
      writableBy: 'company',
      description:
        'When the period of a link to invoices starts: after_open (the first human opening), after_issue, or none for a link that never expires.',
    }),
    hours: defineSetting({
      key: 'link.expiry.hours.invoice_link',
      schema: EXPIRY_HOURS,
      fallback: 24,
      writableBy: 'company',
      description: 'How many hours a link to invoices lives once its period has started (1 to 8760).',
    }),
  },
  request: {
    mode: defineSetting({
      key: 'link.expiry.mode.request',
      schema: Type.Enum(EXPIRY_MODES),
      fallback: 'none',
      writableBy: 'company',
      description:
        'When the period of a link to a quick or detailed request starts: after_open (the first human opening), after_issue, or none for a link that never expires.',
    }),
    hours: defineSetting({
      key: 'link.expiry.hours.request',
      schema: EXPIRY_HOURS,
      fallback: 24,
      writableBy: 'company',
      description:
        'How many hours a link to a quick or detailed request lives once its period has started (1 to 8760).',
    }),
  },
} satisfies Record<LinkOrigin, unknown>

/** K3: how somebody with an expired link comes to a new one. */
const linkRenewal = defineSetting({
  key: 'link.renewal',
  schema: Type.Enum(RENEWALS),
  fallback: 'auto_issue',
  writableBy: 'company',
  description:
    'What an expired link offers: merchant_only (nothing; the company sends a new one), customer_can_ask (the company gets a notice), or auto_issue (a new link goes to the address that the expired one went to, once an hour and five times in all).',
})

/** K8: what a link to something that is paid already offers. */
const linkWhenSettled = defineSetting({
  key: 'link.when_settled',
  schema: Type.Enum(['show_receipt', 'allow_overpayment']),
  fallback: 'show_receipt',
  writableBy: 'company',
  description:
    'What the page of something paid already offers: show_receipt, or allow_overpayment (the payer may pay the asked amount all the same, and it becomes credit). Money that arrives unasked is credit either way.',
})

/** K9: what becomes of links to an invoice that is edited. */
const linkOnInvoiceEdit = defineSetting({
  key: 'link.on_invoice_edit',
  schema: Type.Enum(['supersede', 'stay_active']),
  fallback: 'supersede',
  writableBy: 'company',
  description:
    'What becomes of the links to an invoice alone when it is edited: supersede (they take no payment and name the newer link) or stay_active (they show the new sum).',
})

/** K10: whether a link whose payment was declined may be tried again. */
const linkRetrySame = defineSetting({
  key: 'link.retry_same',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'company',
  description:
    'Whether a link may be tried again after a declined payment: true, or false where the company must send a new link.',
})

/** K4, R-119: links in automatic invoices. */
const invoiceAutoLink = defineSetting({
  key: 'invoice.auto_link',
  schema: Type.Enum(['always', 'off']),
  fallback: 'always',
  writableBy: 'links_master',
  description:
    'Whether invoices that are e-mailed automatically contain a payment link: always, or off. An invoice that is paid, or of a customer whose links are off, has none.',
})

/** K5, R-118: the tick for a link where a person e-mails an invoice. */
const invoiceManualLink = defineSetting({
  key: 'invoice.manual_link',
  schema: Type.Enum(['unticked', 'ticked', 'hidden']),
  fallback: 'ticked',
  writableBy: 'company',
  description:
    'Whether an invoice that a person e-mails contains a payment link: ticked (unless they untick it), unticked (unless they tick it), or hidden (never).',
})

/** K7, R-106: links outside invoices. */
const requestsStandalone = defineSetting({
  key: 'requests.standalone',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'company',
  description:
    'Whether money may be asked for outside invoices, by quick and detailed requests: true or false.',
})

/** K13: the kinds of request that may be created. */
const requestKinds = defineSetting({
  key: 'requests.kinds',
  schema: Type.Array(Type.Enum([...REQUEST_KINDS]), { minItems: 1, uniqueItems: true }),
  fallback: [...REQUEST_KINDS],
  writableBy: 'company',
  description: 'The kinds of payment request that may be created: any of detailed, quick, invoice.',
})

/** K24: whether a detailed request needs a document. */
export const requestDocumentRequired = defineSetting({
  key: 'request.document_required',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'company',
  description:
    'Whether a detailed request is sent only with a document (an invoice or a sales order): true or false.',
})

/** K17: the ways a link may leave the company. */
const channelsEnabled = defineSetting({
  key: 'channels.enabled',
  schema: Type.Array(Type.Enum([...LINK_CHANNELS]), { minItems: 1, uniqueItems: true }),
  fallback: [...LINK_CHANNELS],
  writableBy: 'company',
  description: 'How payment links may be given to a payer: any of email, copy.',
})

/** K1: what links of an origin may be paid by. `decideMethods` says what is offered of it. */
const linkMethods = {
  invoice_link: defineSetting({
    key: 'methods.invoice_link',
    schema: METHOD_SET,
    fallback: [...METHODS],
    writableBy: 'company',
    description:
      'What links to invoices may be paid by, where the payments account, the currency and the amount allow it: any of card, wallet (Apple Pay and Google Pay, beside cards), ach (a debit of a US bank account), bnpl (over time with Affirm). A customer or a request may narrow it.',
  }),
  request: defineSetting({
    key: 'methods.request',
    schema: METHOD_SET,
    fallback: [...METHODS],
    writableBy: 'company',
    description:
      'What quick and detailed requests may be paid by, where the payments account, the currency and the amount allow it: any of card, wallet (Apple Pay and Google Pay, beside cards), ach (a debit of a US bank account), bnpl (over time with Affirm). A customer or a request may narrow it.',
  }),
} satisfies Record<LinkOrigin, unknown>

/** K4, K6: off means that no document of the company carries a link and no open one takes money. */
const paymentLinksEnabled = defineSetting({
  key: 'company.payment_links_enabled',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'links_master',
  description: 'Whether the company may ask for money by link: true or false.',
})

/** What requests and their links obey, by name: `readSetting(tx, linkSettings.renewal)`. */
export const linkSettings = {
  enabled: paymentLinksEnabled,
  autoInvoice: invoiceAutoLink,
  manualInvoice: invoiceManualLink,
  standaloneRequests: requestsStandalone,
  requestKinds,
  channels: channelsEnabled,
  expiry: linkExpiry,
  methods: linkMethods,
  renewal: linkRenewal,
  whenSettled: linkWhenSettled,
  onInvoiceEdit: linkOnInvoiceEdit,
  retrySame: linkRetrySame,
} as const

/** Beside schedules, what sends invoices by itself. Whether they have a link is `invoice.auto_link`'s (K4, K6). */
export const orderSendInvoice = defineSetting({
  key: 'order.send_invoice',
  schema: Type.Boolean(),
  fallback: false,
  writableBy: 'company',
  description:
    'Whether the invoice of an order is e-mailed to its customer by itself when the order is confirmed, by a person or by a payment of a part: true or false. It has a link as invoice.auto_link says. One that is paid, or being paid, in full, or whose link was e-mailed before, is not sent; what cannot be sent is a priority.',
})

export const requestSettings: readonly Setting[] = [
  paymentLinksEnabled,
  invoiceAutoLink,
  invoiceManualLink,
  orderSendInvoice,
  requestsStandalone,
  requestKinds,
  requestDocumentRequired,
  channelsEnabled,
  ...LINK_ORIGINS.flatMap((origin) => [linkExpiry[origin].mode, linkExpiry[origin].hours]),
  ...LINK_ORIGINS.map((origin) => linkMethods[origin]),
  linkRenewal,
  linkWhenSettled,
  linkOnInvoiceEdit,
  linkRetrySame,
  checkoutWallets,
  phoneMoto,
  ...everyBnplSetting,
  ...limitSettings,
]
