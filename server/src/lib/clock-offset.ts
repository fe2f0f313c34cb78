import type { OffsetClock } from './clock.ts'
import { type GlobalDb, sql } from './db/index.ts'

/** Writes down how far the sandbox has moved business time, for every process of ours, and moves this one's. */
export async function writeClockOffset(db: GlobalDb, clock: OffsetClock, seconds: number): Promise<void> {
  await db.many(sql`update lib.clock set offset_seconds = ${seconds} where offset_seconds < ${seconds}`)
  clock.setOffset(seconds)
}

/** Follows the offset that another process was told of. */
export async function followClockOffset(db: GlobalDb, clock: OffsetClock): Promise<void> {
  const row = await db.one(sql<{ offset: bigint }>`select offset_seconds "offset" from lib.clock`)
  clock.setOffset(Number(row.offset))
}
