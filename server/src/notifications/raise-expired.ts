import type { BusinessClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findLink, findRequest, LINK_LAPSES, type LinkId, listLinks } from '../requests/index.ts'
import { addPriority } from './priorities.queries.ts'

const LOOK_AGAIN_MS = 30 * 60_000

/**
 * The period of a link is over. Where nobody can pay its request any more and it is not paid, a person should know.
 * Money under way is waited for.
 */
export async function raiseExpired(
  { database, clock }: { database: Database; clock: BusinessClock },
  companyId: CompanyId,
  linkId: LinkId,
): Promise<void> {
  const now = clock.now()
  await database.write(companyId, async (tx) => {
    const link = await findLink(tx, linkId)
    const request = link === undefined ? undefined : await findRequest(tx, link.requestId)
    if (
      request === undefined ||
      request.state === 'voided' ||
      request.settledAt !== null ||
      request.open === 0n
    )
      return
    const active = (await listLinks(tx, [request.id])).filter(({ state }) => state === 'active')
    const isOver =
      active.length > 0 && active.every(({ expiresAt }) => expiresAt !== null && expiresAt <= now)
    if (!isOver) return
    if (request.inFlight > 0n) return setDue(tx, LINK_LAPSES, linkId, new Date(now.getTime() + LOOK_AGAIN_MS))
    await addPriority(tx, {
      kind: 'payment_request.expired',
      subject: { type: 'payment_request', id: request.id },
      requestId: request.id,
    })
  })
}
