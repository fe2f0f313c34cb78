import { createHash } from 'node:crypto'
import { type GlobalDb, sql } from './db/index.ts'

/** How much of something is taken from one subject. */
export interface RateRule {
  /** Names the counter in the database, such as `pay.guesses`. Rules of one name and subject share their count. */
  readonly name: string
  readonly limit: number
  /** Counted from the first one: when this is over, the count begins anew. */
  readonly windowSeconds: number
  /** Once the limit is reached nothing more is taken for this long; unless told, until the window's end. */
  readonly pauseSeconds?: number
}

/** Who is counted: a company's id, an address (`addressKey`), an account. At most one of each, in a fixed order. */
export type RateSubject = readonly string[]

export interface Rate {
  count: number
  isOver: boolean
  /** Until one more is taken, at least 1; 0 where it is taken now. */
  retryAfterSeconds: number
  /** Until the count begins anew, at least 1; 0 where nothing is counted. */
  secondsLeft: number
}

/**
 * Counts one more, atomically over all server processes; `isOver` says that it was one too many. `now` is system
 * time. In a transaction the count is kept only if that commits, and others of this subject wait for it until then.
 */
export async function countUp(db: GlobalDb, rule: RateRule, subject: RateSubject, now: Date): Promise<Rate> {
  const windowEnd = after(now, rule.windowSeconds)
  const pauseEnd = rule.pauseSeconds === undefined ? null : after(now, rule.pauseSeconds)
  const firstEnd = rule.limit <= 1 ? (pauseEnd ?? windowEnd) : windowEnd
  const row = await db.one(sql<Row>`
    insert into lib.rate_counters as c (name, subject, count, ends_at)
    values (${rule.name}, ${digest(subject)}, 1, ${firstEnd})
    on conflict (name, subject) do update set
      count = case when c.ends_at <= ${now} then 1 else least(c.count + 1, 1000000000) end,
      ends_at = case when c.ends_at <= ${now} then excluded.ends_at
        when c.count + 1 = ${rule.limit} then coalesce(${pauseEnd}, c.ends_at) else c.ends_at end
    returning count, ends_at "endsAt"`)
  return rate(rule, row, now, row.count > rule.limit)
}

/** What is counted already; `isOver` says that one more would be too many. Counts nothing. */
export async function currentRate(
  db: GlobalDb,
  rule: RateRule,
  subject: RateSubject,
  now: Date,
): Promise<Rate> {
  const row = await db.maybe(sql<Row>`
    select count, ends_at "endsAt" from lib.rate_counters
    where name = ${rule.name} and subject = ${digest(subject)} and ends_at > ${now}`)
  return row === undefined
    ? { count: 0, isOver: false, retryAfterSeconds: 0, secondsLeft: 0 }
    : rate(rule, row, now, row.count >= rule.limit)
}

/** Begins the count anew, as after a right password. */
export async function resetRate(db: GlobalDb, rule: RateRule, subject: RateSubject): Promise<void> {
  await db.many(sql`delete from lib.rate_counters where name = ${rule.name} and subject = ${digest(subject)}`)
}

/** Deletes what counts for nothing any more. Returns how many. */
export async function forgetOldRates(db: GlobalDb, now: Date): Promise<number> {
  const gone = await db.many(sql`
    delete from lib.rate_counters where (name, subject) in (
      select name, subject from lib.rate_counters where ends_at <= ${now} limit 10000 for update skip locked)
    returning name`)
  return gone.length
}

interface Row {
  count: number
  endsAt: Date
}

function rate(rule: RateRule, { count, endsAt }: Row, now: Date, isOver: boolean): Rate {
  // Of two at once, the one that asks later may have begun earlier: for it the end is a little further than the rule's.
  const longest = Math.max(rule.windowSeconds, rule.pauseSeconds ?? 0)
  const ahead = Math.ceil((endsAt.getTime() - now.getTime()) / 1000)
  const secondsLeft = Math.min(longest, Math.max(1, ahead))
  return { count, isOver, retryAfterSeconds: isOver ? secondsLeft : 0, secondsLeft }
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

function digest(subject: RateSubject): Buffer {
  return createHash('sha256').update(subject.join('\0')).digest().subarray(0, 16)
}
