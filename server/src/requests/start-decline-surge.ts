import { system } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { tallyDeclines } from '../payments/index.ts'
import { findGoingOn } from './decline-surges.queries.ts'
import { declineSurgeContinued, declineSurgeStarted } from './events.ts'

const HOUR_MS = 3_600_000
const FORGOTTEN_AFTER_MS = 24 * HOUR_MS

/**
 * The company's declines of an hour reached its limit: a surge starts, or the one that goes on was reached again,
 * which pauses card payments anew and is no news to staff. The company's counter is locked, so there is never another
 * at the same time. `now` is system time.
 */
export async function startDeclineSurge(tx: Tx, now: Date, pauseMinutes: number): Promise<void> {
  const known = await findGoingOn(tx)
  const isForgotten = known !== undefined && now.getTime() - known.reachedAt.getTime() > FORGOTTEN_AFTER_MS
  const continued = known !== undefined && !isForgotten
  const id = continued ? known.id : newId<'srg'>()
  const startedAt = continued ? known.startedAt : now
  const { declines, purposes, addresses } = await tallyDeclines(tx, new Date(now.getTime() - HOUR_MS))
  const pausedUntil = pauseMinutes === 0 ? null : new Date(now.getTime() + pauseMinutes * 60_000)
  if (isForgotten) {
    await tx.change(sql`
      update requests.decline_surges set ended_at = ${now} where company_id = ${tx.companyId} and id = ${known.id}`)
  }
  await tx.change(sql`
    insert into requests.decline_surges (company_id, id, started_at, reached_at, declines, requests, addresses, paused_until)
    values (${tx.companyId}, ${id}, ${startedAt}, ${now}, ${declines}, ${purposes}, ${addresses}, ${pausedUntil})
    on conflict (company_id, id) do update set reached_at = excluded.reached_at, declines = excluded.declines,
      requests = excluded.requests, addresses = excluded.addresses, paused_until = excluded.paused_until`)
  const told = { declines, requests: purposes, addresses, paused_until: pausedUntil?.toISOString() ?? null }
  await emit(tx, system, continued ? declineSurgeContinued : declineSurgeStarted, id, told)
}
