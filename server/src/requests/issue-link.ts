import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { statesBefore } from '../lib/state.ts'
import { linkIssued, linkRevoked, linkSuperseded } from './events.ts'
import { linkStates } from './link.state.ts'
import { readExpiry } from './link-terms.ts'
import { linkToken, tokenHash } from './link-token.ts'
import { endOfPeriod, LINK_LAPSES } from './open-link.ts'
import {
  LINK_COLUMNS,
  type LinkId,
  type PaymentLink,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'
import { restand } from './standings.queries.ts'

/** Makes a link to a request. Only the token's hash is written; the token is made again when it is needed. */
export async function issueLink(
  tx: Tx,
  actor: Actor,
  now: Date,
  options: {
    linkKey: Buffer
    company: Pick<Company, 'id' | 'publicNumber'>
    request: Pick<PaymentRequest, 'id' | 'kind' | 'terms'>
    channel: 'email' | 'copy'
    recipient: string | null
    /** The link in whose place its holder has this one sent (K3). */
    renews?: LinkId | undefined
  },
): Promise<PaymentLink> {
  const id = newId<'lnk'>()
  const { from, hours } = await readExpiry(tx, options.request)
  const hash = tokenHash(linkToken(options.linkKey, options.company, id))
  const [link] = await Promise.all([
    tx.one(sql<PaymentLink>`
      insert into requests.links (company_id, id, request_id, token_hash, channel, recipient, state,
        expires_after_hours, expires_from, expires_at, issued_at, renews)
      values (${tx.companyId}, ${id}, ${options.request.id}, ${hash}, ${options.channel}, ${options.recipient},
        'active', ${hours}, ${from}, ${from === 'issue' ? endOfPeriod(now, hours) : null}, ${now}, ${options.renews ?? null})
      returning ${LINK_COLUMNS}`),
    emit(tx, actor, linkIssued, id, { request_id: options.request.id, channel: options.channel }),
  ])
  restand(tx, { requests: [options.request.id] })
  if (link.expiresAt !== null) await setDue(tx, LINK_LAPSES, id, link.expiresAt)
  return link
}

/** Ends links of a request: those of one recipient that a newer one replaces, or all of them. */
export async function endLinks(
  tx: Tx,
  actor: Actor,
  requestId: RequestId,
  how: { event: 'supersede'; recipient?: string } | { event: 'revoke' },
): Promise<void> {
  const from = statesBefore(linkStates, how.event)
  const to = how.event === 'supersede' ? 'superseded' : 'revoked'
  const whose =
    how.event === 'supersede' && how.recipient !== undefined ? sql`recipient = ${how.recipient}` : sql`true`
  const ended = await tx.many(sql<{ id: LinkId }>`
    update requests.links set state = ${to}
    where company_id = ${tx.companyId} and request_id = ${requestId} and state = any(${from}) and ${whose} returning id`)
  restand(tx, { requests: [requestId] })
  const kind = how.event === 'supersede' ? linkSuperseded : linkRevoked
  await Promise.all(ended.map(({ id }) => emit(tx, actor, kind, id, { request_id: requestId })))
}
