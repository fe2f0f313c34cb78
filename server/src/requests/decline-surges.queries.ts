import { type Db, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'

export type DeclineSurgeId = Id<'srg'>

/** A time at which unusually many cards were declined in a company. Times are system time. */
export interface DeclineSurge {
  id: DeclineSurgeId
  startedAt: Date
  /** When the limit was reached for the last time; the three counts are of the hour before. */
  reachedAt: Date
  declines: number
  requests: number
  addresses: number
  pausedUntil: Date | null
  endedAt: Date | null
}

const DECLINE_SURGE = raw(`id, started_at "startedAt", reached_at "reachedAt", declines, requests, addresses,
  paused_until "pausedUntil", ended_at "endedAt"`)

export function findDeclineSurge(db: Db, id: DeclineSurgeId): Promise<DeclineSurge | undefined> {
  return db.maybe(sql<DeclineSurge>`
    select ${DECLINE_SURGE} from requests.decline_surges where company_id = ${db.companyId} and id = ${id}`)
}

/** The one that goes on, if there is one. */
export function findGoingOn(db: Db): Promise<DeclineSurge | undefined> {
  return db.maybe(sql<DeclineSurge>`
    select ${DECLINE_SURGE} from requests.decline_surges where company_id = ${db.companyId} and ended_at is null`)
}

/** Until when no card of the company's links is asked, if so. */
export async function findPause(db: Db, now: Date): Promise<Date | undefined> {
  const row = await db.maybe(sql<{ pausedUntil: Date }>`
    select paused_until "pausedUntil" from requests.decline_surges
    where company_id = ${db.companyId} and ended_at is null and paused_until > ${now}`)
  return row?.pausedUntil
}
