import { sql } from '../lib/db/index.ts'
import type { Proof } from '../lib/proofs.ts'
import { auditDigest } from './audit.ts'

/** M3.12: no audit event was changed or taken away since it was sealed, and no seal either. */
const sealsHold: Proof = {
  name: 'audit_seals_hold',
  invariants: ['M3.12'],
  async find(db, limit) {
    const broken = await db.many(sql<{ id: string; number: bigint; expected: bigint; found: bigint }>`
      with seals as (
        select *, lag(digest, 1, decode(repeat('00', 32), 'hex')) over w "before",
          lag(to_xact, 1, '0'::xid8) over w "reached", lag(sealed_at, 1, '-infinity') over w "reachedAt",
          row_number() over w "place"
        from identity.audit_seals where company_id = ${db.companyId} window w as (order by number)
      )
      select s.id, s.number, s.events expected, b.events found
      from seals s cross join lateral (
        select count(*) events, ${auditDigest} digest from identity.audit_events e
        where e.company_id = ${db.companyId} and (e.xact >= s.from_xact or e.at > s.from_at) and e.xact < s.to_xact
          and e.at <= s.sealed_at
      ) b
      where b.events <> s.events or s.digest <> sha256(s.before || b.digest) or s.previous <> s.before
        or s.from_xact <> s.reached or s.from_at <> s."reachedAt" or s.number <> s.place
      order by s.number limit ${limit}`)
    return broken.map((seal) => ({
      subjectId: seal.id,
      message: `Audit seal ${seal.number} does not hold: it closed ${seal.expected} events, ${seal.found} are there, or one was changed.`,
    }))
  },
}

export const auditProofs: readonly Proof[] = [sealsHold]
