/** What is sent: an invoice by itself or by a person, a statement, or a request for money. */
export const DOCUMENT_ORIGINS = [
  'automatic_invoice',
  'manual_invoice',
  'statement',
  'invoice_request',
  'quick_request',
  'detailed_request',
] as const
export type DocumentOrigin = (typeof DOCUMENT_ORIGINS)[number]

/** The settings that decide where nothing weightier does. */
export interface LinkRules {
  autoLink: 'always' | 'off'
  manualLink: 'unticked' | 'ticked' | 'hidden'
  standaloneRequests: boolean
  requestKinds: readonly string[]
  channels: readonly string[]
}

/** All that decides whether a document carries a link. Minor units. */
export interface LinkFacts {
  origin: DocumentOrigin
  companyOn: boolean
  customerOn: boolean
  /** What is owed by now; of something paid or void it is nothing. */
  open: bigint
  /** Whether an enabled payments account settles its currency. */
  settles: boolean
  /** Whether the processor takes so little or so much in one charge. */
  chargeable: boolean
  rules: LinkRules
  /** The sender's tick, where they made one. */
  ticked: boolean | undefined
  /** How the link would leave; undefined while that is not known. */
  channel: 'email' | 'copy' | undefined
}

export const LINK_REASONS = [
  'company_off',
  'customer_off',
  'nothing_open',
  'currency_not_settled',
  'amount_not_payable',
  'rule',
] as const

/** `decidedBy` is the key of the setting that a rule is, or the sender; null where no rule was asked. */
export interface LinkDecision {
  embedded: boolean
  reason: (typeof LINK_REASONS)[number]
  decidedBy: string | null
}

/**
 * Whether a document carries a payment link (K6): company off, customer off, nothing open and what cannot be paid by
 * card come before any rule, in this order, and only switch off.
 */
export function decideLink(facts: LinkFacts): LinkDecision {
  const no = (reason: LinkDecision['reason']) => ({ embedded: false, reason, decidedBy: null })
  if (!facts.companyOn) return no('company_off')
  if (!facts.customerOn) return no('customer_off')
  if (facts.open <= 0n) return no('nothing_open')
  if (!facts.settles) return no('currency_not_settled')
  if (!facts.chargeable) return no('amount_not_payable')
  return { reason: 'rule', ...ruleOf(facts) }
}

type Rule = Pick<LinkDecision, 'embedded' | 'decidedBy'>

const KIND = {
  automatic_invoice: 'invoice',
  manual_invoice: 'invoice',
  statement: undefined,
  invoice_request: 'invoice',
  quick_request: 'quick',
  detailed_request: 'detailed',
} as const

function ruleOf({ origin, channel, ticked, rules }: LinkFacts): Rule {
  if (channel !== undefined && !rules.channels.includes(channel)) return off('channels.enabled')
  const kind = KIND[origin]
  if ((kind === 'quick' || kind === 'detailed') && !rules.standaloneRequests)
    return off('requests.standalone')
  if (kind !== undefined && !rules.requestKinds.includes(kind)) return off('requests.kinds')
  switch (origin) {
    case 'automatic_invoice':
      return { embedded: rules.autoLink === 'always', decidedBy: 'invoice.auto_link' }
    case 'manual_invoice':
    case 'statement':
      return ticking(rules, ticked)
    default:
      return { embedded: true, decidedBy: 'requests.kinds' }
  }
}

function ticking({ manualLink }: LinkRules, ticked: boolean | undefined): Rule {
  if (manualLink !== 'hidden' && ticked !== undefined) return { embedded: ticked, decidedBy: 'sender' }
  return { embedded: manualLink === 'ticked', decidedBy: 'invoice.manual_link' }
}

function off(decidedBy: string): Rule {
  return { embedded: false, decidedBy }
}
