import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { linkOpened } from './events.ts'
import { lockLinkByHash, type PaymentLink } from './requests.queries.ts'
import { restand } from './standings.queries.ts'

/** The period of a link is over: whoever should know is told. */
export const LINK_LAPSES = 'link_lapses'

/**
 * A person opened a link: its period starts now, once, and never moves. Called for what only people do
 * (a touch, a key, a scroll, a submit), never for a mere load, since mail scanners load pages too.
 */
export async function openLink(tx: Tx, now: Date, hash: Buffer): Promise<PaymentLink | undefined> {
  const link = await lockLinkByHash(tx, hash)
  if (link === undefined || link.openedAt !== null || link.state !== 'active') return link
  const expiresAt = link.expiresFrom === 'issue' ? link.expiresAt : endOfPeriod(now, link.expiresAfterHours)
  await Promise.all([
    tx.change(sql`
      update requests.links set opened_at = ${now}, expires_at = ${expiresAt}
      where company_id = ${tx.companyId} and id = ${link.id} and opened_at is null`),
    emit(tx, { type: 'payer', id: link.id }, linkOpened, link.id, {
      request_id: link.requestId,
      expires_at: expiresAt?.toISOString() ?? null,
    }),
  ])
  restand(tx, { requests: [link.requestId] })
  if (expiresAt !== null && link.expiresFrom === 'open') await setDue(tx, LINK_LAPSES, link.id, expiresAt)
  return { ...link, openedAt: now, expiresAt }
}

/** When a period of so many hours is over; null where there is none. */
export function endOfPeriod(start: Date, hours: number | null): Date | null {
  return hours === null ? null : new Date(start.getTime() + hours * 3_600_000)
}
