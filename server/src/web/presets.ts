/** A system that the product can be: what differs from the defaults of the settings that presets decide. */
interface Preset {
  readonly title: string
  readonly description: string
  readonly values: Readonly<Record<string, unknown>>
}

const KOMET: Readonly<Record<string, unknown>> = {
  'requests.standalone': false,
  'requests.kinds': ['invoice'],
  'methods.invoice_link': ['card'],
  'link.expiry.mode.invoice_link': 'after_open',
  'link.expiry.hours.invoice_link': 24,
  'link.renewal': 'customer_can_ask',
  'link.when_settled': 'allow_overpayment',
  'link.retry_same': false,
  'invoice.auto_link': 'always',
  'invoice.manual_link': 'unticked',
  'links.master_role': 'operator',
}

/** The bundles of requirements A19, as far as their settings exist. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  kinnek: {
    title: 'Kinnek Pay',
    description: 'Detailed requests with a document, by links that never expire.',
    values: {
      'requests.kinds': ['detailed'],
      'request.document_required': true,
      'methods.invoice_link': ['card', 'ach', 'wire'],
      'methods.request': ['card', 'ach', 'wire'],
      'link.expiry.mode.invoice_link': 'none',
      'link.expiry.mode.request': 'none',
    },
  },
  komet: {
    title: 'KometPayments payment links',
    description:
      'Links in e-mailed invoices only, for 24 hours from their opening; the customer asks for a new one, and a declined link is not tried again.',
    values: KOMET,
  },
  koronet: {
    title: 'KoronetPayments payment links',
    description: 'As komet, by links that never expire and may be paid in every way.',
    values: {
      ...KOMET,
      'link.expiry.mode.invoice_link': 'none',
      'methods.invoice_link': ['card', 'wallet', 'ach', 'bnpl'],
    },
  },
  komet_receiving: {
    title: 'KometPayments receiving payments',
    // Requirements A19: its methods of receiving and of a shop and its forms of four hours are of screens that are not
    // there yet; of the settings that there are it decides where wallets stand.
    description:
      'Payments that staff take, with links as the alternative: wallets below the card, else every default. What more it decides itself (methods of receiving and of a shop, forms of four hours) is of screens that are not there yet.',
    values: { 'checkout.wallets': 'under_card' },
  },
  kimoby: {
    title: 'Kimoby Pay',
    description:
      'Quick requests (and invoices where integrated) by links to copy that never expire; a paid link shows its receipt.',
    values: {
      'requests.kinds': ['quick', 'invoice'],
      'channels.enabled': ['copy'],
      'methods.invoice_link': ['card', 'wallet', 'bnpl'],
      'methods.request': ['card', 'wallet', 'bnpl'],
      'link.expiry.mode.invoice_link': 'none',
      'link.expiry.mode.request': 'none',
      'link.when_settled': 'show_receipt',
    },
  },
}
