import { type CustomerId, findCustomer } from '../customers/index.ts'
import { readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { chargeLimits, findMerchantAccount, isChargeable, requireMerchantAccount } from '../payments/index.ts'
import { AmountNotPayable, LinkRuledOut, LinksSwitchedOff, MethodNotOffered, NothingToAsk } from './errors.ts'
import { type DocumentOrigin, decideLink, type LinkDecision, type LinkRules } from './link-decision.ts'
import { offeredMethods } from './offered-methods.ts'
import { readMethodFacts } from './read-method-facts.ts'
import type { RequestKind } from './requests.queries.ts'
import { linkSettings } from './settings.ts'

/** A document that may be sent with a link. `open` in minor units of `currency`. */
export interface LinkAsk {
  origin: DocumentOrigin
  customerId: CustomerId | null
  open: bigint
  currency: string
  channel?: 'email' | 'copy'
  ticked?: boolean | undefined
}

/** Whether a document carries a link, as things stand (K6). Everything that sends one asks this. */
export async function decideLinkOf(db: Db, ask: LinkAsk): Promise<LinkDecision> {
  const [companyOn, customer, account, rules, methods] = await Promise.all([
    readSetting(db, linkSettings.enabled),
    ask.customerId === null ? undefined : findCustomer(db, ask.customerId),
    findMerchantAccount(db),
    readRules(db),
    readMethodFacts(db, {
      origin: isOwnDocument(ask.origin) ? 'request' : 'invoice_link',
      customerId: ask.customerId,
      ofRequest: null,
      amount: ask.open,
      currency: ask.currency,
    }),
  ])
  return decideLink({
    origin: ask.origin,
    companyOn,
    customerOn: customer?.paymentLinksEnabled ?? true,
    open: ask.open,
    settles: account?.status === 'enabled' && account.settlementCurrencies.includes(ask.currency),
    chargeable: offeredMethods(methods).length > 0,
    rules,
    ticked: ask.ticked,
    channel: ask.channel,
  })
}

/** What rules a request's links: one of a statement asks for invoices. */
export function originOf(kind: RequestKind): DocumentOrigin {
  return kind === 'statement' ? 'invoice_request' : `${kind}_request`
}

/** Throws where there may be no link, with what the sender can do about it. */
export async function checkLinksAllowed(db: Db, ask: LinkAsk): Promise<void> {
  const { embedded, reason, decidedBy } = await decideLinkOf(db, ask)
  if (embedded) return
  switch (reason) {
    case 'company_off':
      throw new LinksSwitchedOff(
        'Payment links are switched off for this company. Nothing was done; ask the operator to switch them on.',
      )
    case 'customer_off':
      throw new LinksSwitchedOff(
        'Payment links are switched off for this customer. Nothing was done; switch them on in the customer, or take the payment another way.',
      )
    case 'nothing_open':
      throw new NothingToAsk('Nothing is owed on this (any more), so it gets no link. Nothing was done.')
    case 'currency_not_settled':
      await requireMerchantAccount(db, ask.currency)
      break
    case 'amount_not_payable': {
      if (isChargeable(ask.open, ask.currency)) {
        throw new MethodNotOffered(
          'There is no way left to pay this: what the company takes, what the customer is narrowed to and what the payments account may take have nothing in common. Nothing was done; change one of them.',
        )
      }
      const { least, most } = chargeLimits(ask.currency)
      throw new AmountNotPayable(
        `One card payment takes from ${least} to ${most} (minor units of ${ask.currency}). Nothing was done.`,
        {
          field: 'amount',
          details: { least: Number(least), most: Number(most), currency: ask.currency.toLowerCase() },
        },
      )
    }
  }
  throw new LinkRuledOut(
    `The company’s setting ${decidedBy} allows no such link. Nothing was done; change the setting, or send it in another way.`,
    { details: { setting: decidedBy } },
  )
}

function isOwnDocument(origin: DocumentOrigin): boolean {
  return origin === 'quick_request' || origin === 'detailed_request'
}

async function readRules(db: Db): Promise<LinkRules> {
  const [autoLink, manualLink, standaloneRequests, requestKinds, channels] = await Promise.all([
    readSetting(db, linkSettings.autoInvoice),
    readSetting(db, linkSettings.manualInvoice),
    readSetting(db, linkSettings.standaloneRequests),
    readSetting(db, linkSettings.requestKinds),
    readSetting(db, linkSettings.channels),
  ])
  return { autoLink, manualLink, standaloneRequests, requestKinds, channels }
}
