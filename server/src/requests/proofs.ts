import { sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'
import { misstanding } from './standings.queries.ts'
import { expiryMoved } from './tallies.queries.ts'

/** M3.10: all items of a request share its customer and currency; a settled request has nothing open by it. */
const itemsBelongTogether: Proof = {
  name: 'request_items_belong_together',
  invariants: ['M3.10'],
  holds: (sums) => sums.agree('requests.asked', 'requests.owed'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; reference: string }>`
      select distinct r.id, r.reference from requests.requests r
      join requests.items i on i.company_id = r.company_id and i.request_id = r.id
      join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      where r.company_id = ${db.companyId} and (p.currency <> r.currency or p.customer_id is distinct from r.customer_id)`,
        limit,
      ),
    )
    return rows.map(({ id, reference }) => ({
      subjectId: id,
      message: `Request ${reference} asks for what is not its customer's or not in its currency.`,
    }))
  },
}

/** M3.9: a link's period began at its opening (or its issue, K2) and is as long as it was issued for; it never moved later. */
const expiryNeverMoved: Proof = {
  name: 'link_expiry_never_moved',
  invariants: ['M3.9'],
  holds: (sums) => sums.areZero('links.moved'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string }>`
      select id from requests.links where company_id = ${db.companyId} and ${expiryMoved}`,
        limit,
      ),
    )
    return rows.map(({ id }) => ({
      subjectId: id,
      message: 'A link expires at another time than its opening and its hours say.',
    }))
  },
}

/** A request is settled by a payment of its own that succeeded. */
const settledByPayment: Proof = {
  name: 'requests_are_settled_by_payments',
  invariants: ['M3.8'],
  // A request that was paid twice, or not all at once, makes the sums differ; then `find` must tell.
  holds: (sums) => sums.agree('payments.purposes', 'payments.purposes_untaken', 'requests.settled'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; reference: string }>`
      select r.id, r.reference from requests.requests r
      where r.company_id = ${db.companyId} and r.settled_at is not null and not exists (
        select 1 from payments.payments_view p where p.company_id = r.company_id and p.purpose_id = r.id
          and p.state in ('succeeded', 'returned', 'charged_back'))`,
        limit,
      ),
    )
    return rows.map(({ id, reference }) => ({
      subjectId: id,
      message: `Request ${reference} is settled, but no payment of it succeeded.`,
    }))
  },
}

/** ADR 22: lists find a request by the label that its own facts, its payables and its links make. */
const standingsAreKept: Proof = {
  name: 'request_standings_are_kept',
  invariants: ['ADR 22'],
  // What asks no more has a label by its own facts alone, but for whether something was given back.
  holds: (sums) =>
    sums.agree('requests.made', 'standings.made') &&
    sums.agree('requests.voided', 'standings.voided') &&
    sums.agree('requests.settled', 'standings.paid', 'standings.refunded') &&
    sums.agree('requests.refunded', 'standings.refunded') &&
    sums.areZero('requests.both', 'standings.misnamed', 'standings.lapsing_astray'),
  async find(db, limit) {
    const all = sql`select a.id from requests.requests a where a.company_id = ${db.companyId}`
    const rows = await db.many(firstOf(misstanding(db.companyId, all), limit))
    return rows.map(({ id, reference, kept, label }) => ({
      subjectId: id,
      message: `Request ${reference} is ${label}, but lists have it as ${kept === label ? 'lapsing or made at another time' : (kept ?? 'nothing')}.`,
    }))
  },
}

export const requestProofs: readonly Proof[] = [
  itemsBelongTogether,
  expiryNeverMoved,
  settledByPayment,
  standingsAreKept,
]
