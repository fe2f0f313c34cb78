import type { Company } from '../identity/index.ts'
import { systemClock } from '../lib/clock.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { countUp } from '../lib/rate-counter.ts'
import { decideLinkOf, originOf } from './check-links-allowed.ts'
import { TooManyRenewals } from './errors.ts'
import { linkWanted } from './events.ts'
import { readPayerLimits } from './limit-settings.ts'
import { readRenewal } from './link-terms.ts'
import { findNewerStatement } from './newer-statement.ts'
import { findPage, type PageFound, stateOf } from './page.queries.ts'
import { wantsNewLink } from './page-state.ts'
import {
  findLink,
  findLinkByHash,
  findRequest,
  lockRequest,
  type PaymentLink,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'
import { sendRequest } from './send-request.ts'

const HOUR_MS = 3_600_000
const RENEWALS_PER_RECIPIENT = 5

/** What a link that takes no payment any more offers its holder (K3). `to` is never the whole address. */
export type Renewal =
  | { kind: 'send'; to: string }
  | { kind: 'sent'; to: string; at: Date }
  | { kind: 'ask' }
  | { kind: 'asked'; at: Date }
  | { kind: 'call' }

/** What the page offers now; null where the link needs no renewal, or names the newer one itself. */
export async function renewalOf(db: Db, page: PageFound, now: Date): Promise<Renewal | null> {
  return (await findOffer(db, page, now))?.offer ?? null
}

interface Offer {
  offer: Renewal
  /** What the new link asks for: where a newer statement was sent, what that does. */
  requestId: RequestId
}

async function findOffer(db: Db, page: PageFound, now: Date): Promise<Offer | null> {
  const state = stateOf(page, now)
  if (!wantsNewLink(state)) return null
  const newer = await findNewerStatement(db, page)
  if (state === 'replaced' && (newer?.linkId ?? page.replacedBy) !== null) return null
  const link = await findLink(db, page.linkId)
  if (link === undefined) return null
  const requestId = newer?.requestId ?? link.requestId
  // The newer statement may have gone out without a link: then a person sees to it.
  const mayBeSent = newer?.requestId !== null && state !== 'needs_new_link'
  return { offer: await offerOf(db, { ...link, requestId }, mayBeSent, now), requestId }
}

async function offerOf(db: Db, link: PaymentLink, mayBeSent: boolean, now: Date): Promise<Renewal> {
  const request = await findRequest(db, link.requestId)
  if (request === undefined) return { kind: 'call' }
  const renewal = await readRenewal(db, request.terms)
  if (renewal === 'merchant_only') return { kind: 'call' }
  // K10: after a decline a person of the company sends the new link; the page does not send it by itself.
  const isSent = renewal === 'auto_issue' && mayBeSent
  if (isSent && link.recipient !== null && (await mayBeMailed(db, request))) {
    const to = maskAddress(link.recipient)
    const { count, newest } = await db.one(sql<{ count: number; newest: Date | null }>`
      select count(*)::int count, max(issued_at) newest from requests.links
      where company_id = ${db.companyId} and request_id = ${link.requestId} and recipient = ${link.recipient}
        and renews is not null`)
    if (newest !== null && now.getTime() - newest.getTime() < HOUR_MS) return { kind: 'sent', to, at: newest }
    if (count < RENEWALS_PER_RECIPIENT) return { kind: 'send', to }
  }
  return link.askedAt === null ? { kind: 'ask' } : { kind: 'asked', at: link.askedAt }
}

/** Whether the company would still send such a link by mail (K6). */
async function mayBeMailed(db: Db, request: PaymentRequest): Promise<boolean> {
  const { kind, customerId, open, currency } = request
  const ask = { origin: originOf(kind), customerId, open, currency, channel: 'email' as const }
  return (await decideLinkOf(db, ask)).embedded
}

/**
 * The holder of a link that is over wants a new one. It goes to the address that this link went to and to no other,
 * once an hour and five times in all; where that is not to be, the company is asked, once for each link. Asked
 * again it does nothing: the page says what was done. Throws `TooManyRenewals` where one address has wanted many.
 */
export async function renewLink(
  tx: Tx,
  now: Date,
  options: { linkKey: Buffer; company: Company; tokenHash: Buffer; address: string },
): Promise<void> {
  const link = await findLinkByHash(tx, options.tokenHash)
  if (link === undefined) return
  await lockRequest(tx, link.requestId)
  const page = await findPage(tx, tx.companyId, options.tokenHash)
  const found = page === undefined ? null : await findOffer(tx, page, now)
  if (found === null) return
  const { offer, requestId } = found
  const actor = { type: 'payer' as const, id: link.id }
  if (offer.kind === 'send' || offer.kind === 'ask') await countRenewal(tx, options.address)
  if (offer.kind === 'send' && link.recipient !== null) {
    await sendRequest(tx, actor, now, {
      linkKey: options.linkKey,
      company: options.company,
      requestId,
      email: link.recipient,
      name: undefined,
      renews: link.id,
    })
  }
  if (offer.kind === 'ask') {
    await Promise.all([
      tx.change(sql`
        update requests.links set asked_at = ${now} where company_id = ${tx.companyId} and id = ${link.id}`),
      emit(tx, actor, linkWanted, link.id, { request_id: requestId }),
    ])
  }
}

async function countRenewal(tx: Tx, address: string): Promise<void> {
  const { renewals } = await readPayerLimits(tx)
  const rate = await countUp(tx, renewals, [tx.companyId, address], systemClock.now())
  if (!rate.isOver) return
  throw new TooManyRenewals(
    'Too many new links were asked for from this internet address. Nothing was sent and nothing was charged; please try again later, or ask the company.',
    rate.retryAfterSeconds,
  )
}

/** Whoever holds the link may not be whom it was sent to: enough to know one's own address by, not to learn it. */
function maskAddress(address: string): string {
  const [first = ''] = address
  return `${first}•••@…`
}
