import type { Actor } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { endDeclineSurge, findGoingOn } from '../requests/index.ts'

/** Ends a company's surge of declined cards, if there is one: its card payments are paused no longer. */
export function endSurge(database: Database, operator: Actor, companyId: CompanyId): Promise<unknown> {
  return database.write(companyId, async (tx) => {
    const surge = await findGoingOn(tx)
    const ended = surge !== undefined && (await endDeclineSurge(tx, operator, systemClock.now(), surge.id))
    return ended
      ? { ended: true, declines: surge.declines, paused_until: surge.pausedUntil }
      : { ended: false }
  })
}
