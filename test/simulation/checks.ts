import { expect } from 'vitest'
import type { LinkRow, Simulation } from './simulation.ts'

/** No attempt of ours was charged twice: looked at among the processor's newest charges, after each step. */
export async function checkCharges(simulation: Simulation): Promise<void> {
  const { charged, company, processor } = simulation
  const { data } = await processor.paymentIntents.list({ limit: 5 }, { stripeAccount: company.account })
  for (const { id, metadata, status } of data) {
    if (status !== 'succeeded' && status !== 'processing') continue
    // Of a wire's cash, a part is drawn at a time.
    const payment = metadata.payment_id ?? metadata.draw_id ?? ''
    expect([payment, charged.get(payment) ?? id]).toEqual([payment, id])
    charged.set(payment, id)
  }
}

/** M3.9: a link's opening and its end are set once, and one that ended never takes money again. Of all links. */
export async function checkLinks(simulation: Simulation): Promise<void> {
  const links = await simulation.rows<LinkRow>(
    'select id, state, opened_at::text opened, expires_at::text expires from requests.links',
  )
  for (const link of links) {
    const known = simulation.links.get(link.id)
    simulation.links.set(link.id, link)
    if (known === undefined) continue
    const isAsItWas =
      (known.opened === null || link.opened === known.opened) &&
      (known.expires === null || link.expires === known.expires) &&
      (known.state === 'active' || link.state !== 'active')
    if (!isAsItWas) expect(link).toEqual(known)
  }
}

/**
 * A form adds one thing at most, and none once it was taken back. What came late and was the same card or account as one
 * that was kept already takes that one's place, and adds nothing.
 */
export async function checkForms(simulation: Simulation): Promise<void> {
  const overused = await simulation.rows(`
    select r.id, r.state, count(distinct m.id) kept from requests.method_requests r
    join payments.method_setups s on s.purpose_id = r.id
    join payments.method_consents c on c.subject_type = 'method_setup' and c.subject_id = s.id
    join payments.payment_methods m on m.id = c.payment_method_id and m.state <> 'removed'
    where not exists (
      select from payments.payment_methods old where old.fingerprint = m.fingerprint and old.customer_id = m.customer_id
        and old.reason = 'replaced' and old.removed_at = m.created_at)
    group by r.id, r.state
    having count(distinct m.id) > case r.state when 'completed' then 1 else 0 end`)
  expect(overused).toEqual([])
}

/**
 * What the books come to, said here once more and by itself: 2150 is empty (M3.2), receivables and credits are as the
 * ledger has them (M3.14), what settles and holds a payable is applied and reserved (M3.4), no payment gives back more than
 * it was (M3.6), and each that succeeded was posted once (M3.7).
 */
const DIFFERING = `
  with sums as (
    select coalesce(sum(amount) filter (where debit = 2150), 0) - coalesce(sum(amount) filter (where credit = 2150), 0) clearing,
      coalesce(sum(amount) filter (where debit = 1100), 0) - coalesce(sum(amount) filter (where credit = 1100), 0) owed,
      coalesce(sum(amount) filter (where credit in (2100, 2110)), 0)
        - coalesce(sum(amount) filter (where debit in (2100, 2110)), 0) credited
    from ledger.transfers)
  select 'clearing' what, clearing::text by from sums where clearing <> 0
  union all select 'receivables', (owed - open)::text from sums,
    (select coalesce(sum(open), 0) open from receivables.payables where kind = 'invoice') p where owed <> open
  union all select 'credits', (credited - rest)::text from sums,
    (select coalesce(sum(amount - used), 0) rest from receivables.credits) c where credited <> rest
  union all select 'a payable: ' || p.label, (p.settled - coalesce(a.amount, 0))::text from receivables.payables p
    left join (select payable_id, sum(amount) amount from receivables.applications group by 1) a on a.payable_id = p.id
    left join (select payable_id, sum(amount) amount from receivables.reservations where state = 'active' group by 1) r
      on r.payable_id = p.id
    where p.settled <> coalesce(a.amount, 0) or p.in_flight <> coalesce(r.amount, 0) or p.settled + p.in_flight > p.due
  union all select 'refunds', id::text from payments.payments where refunded + refunding > amount
  union all select 'posted', (p.count - e.count)::text from
    (select count(*) from payments.payments where state in ('succeeded', 'returned', 'charged_back')) p,
    (select count(*) from ledger.entries where kind = 'payment_succeeded') e where p.count <> e.count`

/** Adds up the books, where something was posted since they were added up last. Whether it was. */
export async function addUp(simulation: Simulation): Promise<boolean> {
  const [entries] = await simulation.rows<{ count: string }>('select count(*) from ledger.entries')
  const count = Number(entries?.count)
  if (count === simulation.entries) return false
  expect(await simulation.rows(DIFFERING)).toEqual([])
  simulation.entries = count
  return true
}

/** The books prove themselves and agree with the processor, movement by movement: nothing was lost, nothing is there twice. */
export async function checkBooks({ world }: Simulation): Promise<void> {
  await world.settle()
  for (const { company, differences } of await world.verify())
    expect([company, differences]).toEqual([company, []])
}
