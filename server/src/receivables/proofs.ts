import { ACCOUNT } from '../ledger/index.ts'
import { type Db, sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'
import type { Sums } from '../lib/tallies.ts'
import { creditProofs } from './credit-proofs.ts'
import { lossesAgree } from './loss-proofs.ts'

/** M3.3: what an invoice comes to is settled, open, or voided or written off, and its payable says the same. */
const invoicesAddUp: Proof = {
  name: 'invoices_add_up',
  invariants: ['M3.3'],
  holds: (sums) =>
    sums.agree('invoices.due', 'payables.due') &&
    sums.agree('invoices.voided', 'payables.voided') &&
    sums.areZero('payables.not_adding_up'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; number: string; total: bigint; due: bigint }>`
      select i.id, i.number, (i.total + i.rounding)::bigint total, p.due
      from receivables.invoices i left join receivables.payables p on p.company_id = i.company_id and p.id = i.id
      where i.company_id = ${db.companyId} and (p.id is null or p.due <> i.total + i.rounding
        or p.open + p.settled + p.voided <> p.due or (i.state <> 'open' and p.open > 0) or (i.state = 'open' and p.voided > 0)
        or (i.state = 'written_off' and p.voided = 0))`,
        limit,
      ),
    )
    return rows.map(({ id, number, total, due }) => ({
      subjectId: id,
      message: `Invoice ${number} comes to ${total}, its payable to ${due ?? 'nothing'} (minor units), or its parts do not add up.`,
    }))
  },
}

/** M3.4, M3.5: a payable's sums are its applications and reservations; no source is applied beyond itself. */
const payablesAreProven: Proof = {
  name: 'payables_are_proven',
  invariants: ['M3.4', 'M3.5'],
  // Of each payment all was applied or credited, and what is credited for a request was not applied to an invoice: then
  // no more than all of it is used. Where money was applied a second time, as after a failed refund, `find` must tell.
  holds: (sums) =>
    sums.agree('applications.settled', 'payables.settled') &&
    sums.agree('reservations.in_flight', 'payables.in_flight') &&
    sums.agree(
      'payments.all',
      'payments.open',
      'payments.ended',
      'applications.of_payments',
      'credits.of_payments',
    ) &&
    sums.agree('credits.of_requests', 'applications.to_requests') &&
    sums.areZero('payables.overdrawn'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{
          id: string
          label: string
          settled: bigint
          applied: bigint
          inFlight: bigint
          held: bigint
        }>`
      select p.id, p.label, p.settled, coalesce(a.applied, 0)::bigint applied, p.in_flight "inFlight",
        coalesce(r.held, 0)::bigint held
      from receivables.payables p
      left join (select payable_id, sum(amount) applied from receivables.applications
        where company_id = ${db.companyId} group by 1) a on a.payable_id = p.id
      left join (select payable_id, sum(amount) held from receivables.reservations
        where company_id = ${db.companyId} and state = 'active' group by 1) r on r.payable_id = p.id
      where p.company_id = ${db.companyId} and (p.settled <> coalesce(a.applied, 0) or p.in_flight <> coalesce(r.held, 0)
        or p.settled + p.voided > p.due or p.in_flight > p.open)`,
        limit,
      ),
    )
    const sources = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; used: bigint }>`
      select p.id, p.amount, coalesce(a.applied, 0)::bigint + coalesce(c.credited, 0)::bigint used
      from payments.payments_view p
      left join (select source_id, sum(amount) applied from receivables.applications x
        join receivables.payables y on y.company_id = x.company_id and y.id = x.payable_id and y.kind = 'invoice'
        where x.company_id = ${db.companyId} and source_type = 'payment' group by 1) a on a.source_id = p.id
      left join (select payment_id, sum(amount - returned) credited from receivables.credits
        where company_id = ${db.companyId} and kind <> 'credit_note' group by 1) c on c.payment_id = p.id
      where p.company_id = ${db.companyId} and coalesce(a.applied, 0) + coalesce(c.credited, 0) > p.amount`,
        limit,
      ),
    )
    return [
      ...rows.map((row) => ({
        subjectId: row.id,
        message: `${row.label} says ${row.settled} settled and ${row.inFlight} in flight; its applications say ${row.applied}, its reservations ${row.held} (minor units).`,
      })),
      ...sources.map((row) => ({
        subjectId: row.id,
        message: `A payment of ${row.amount} is applied and credited for ${row.used} (minor units).`,
      })),
    ]
  },
}

/** In each state that an attempt may leave its reservations in, those are of its amount, and there are none in another. */
function reservationsAgree(sums: Sums): boolean {
  return (
    sums.agree('reservations.active', 'payments.open') &&
    sums.agree('reservations.released', 'payments.ended') &&
    sums.agree('payments.all', 'payments.open', 'payments.ended', 'reservations.consumed')
  )
}

/** M3.8: a payment took exactly what it had reserved; what a person booked may have brought more than there was to settle. */
const chargedWhatWasDue: Proof = {
  name: 'charged_what_was_due',
  invariants: ['M3.8'],
  holds: reservationsAgree,
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; reserved: bigint }>`
      select p.id, p.amount, r.reserved from payments.payments_view p
      join (select payment_id, sum(amount)::bigint reserved from receivables.reservations
        where company_id = ${db.companyId} group by 1) r on r.payment_id = p.id
      where p.company_id = ${db.companyId} and r.reserved <> p.amount
        and not (p.method in ('wire', 'cash', 'cheque') and r.reserved < p.amount)`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `A payment of ${row.amount} was made for debts of ${row.reserved} (minor units).`,
    }))
  },
}

/** Reservations and attempts end together: an open attempt holds, an ended one does not. */
const reservationsFollow: Proof = {
  name: 'reservations_follow_attempts',
  invariants: ['M3.4'],
  holds: reservationsAgree,
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; state: string; reservation: string }>`
      select p.id, p.state, r.state reservation from receivables.reservations r
      join payments.payments_view p on p.company_id = r.company_id and p.id = r.payment_id
      where r.company_id = ${db.companyId} and r.state <> case
        when p.state in ('created', 'requires_action', 'processing', 'unknown') then 'active'
        when p.state in ('failed', 'canceled') then 'released' else 'consumed' end`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `An attempt is ${row.state}, but what it reserved is ${row.reservation}.`,
    }))
  },
}

/** M3.14: the ledger's receivables are the open invoices; its credit accounts are the credits' remainders. */
const controlAccountsAgree: Proof = {
  name: 'control_accounts_agree',
  invariants: ['M3.14'],
  holds: (sums) =>
    sums.agree('ledger.control_debits', 'ledger.control_credits', 'payables.open', 'credits.left'),
  async find(db, limit) {
    const open = sql<{ currency: string; amount: bigint }>`
      select currency, sum(open)::bigint amount from receivables.payables
      where company_id = ${db.companyId} and kind = 'invoice' group by 1`
    const credits = (isPrepayment: boolean) => sql<{ currency: string; amount: bigint }>`
      select currency, -sum(amount - used)::bigint amount from receivables.credits
      where company_id = ${db.companyId} and (kind = 'prepayment') = ${isPrepayment} group by 1`
    const found = [
      ...(await disagreements(db, ACCOUNT.receivable, 'Accounts receivable (1100)', 'open invoices', open)),
      ...(await disagreements(
        db,
        ACCOUNT.customerPrepayments,
        'Customer prepayments (2110)',
        'unused prepayments',
        credits(true),
      )),
      ...(await disagreements(
        db,
        ACCOUNT.customerCredits,
        'Customer credits (2100)',
        'unused credits',
        credits(false),
      )),
    ]
    return found.slice(0, limit)
  },
}

async function disagreements(
  db: Db,
  account: number,
  name: string,
  what: string,
  subledger: ReturnType<typeof sql<{ currency: string; amount: bigint }>>,
) {
  const rows = await db.many(subledger)
  const posted = await db.many(sql<{ currency: string; amount: bigint }>`
    select currency, sum(case when debit = ${account} then amount else -amount end)::bigint amount
    from ledger.movements_view where "companyId" = ${db.companyId} and (debit = ${account} or credit = ${account}) group by 1`)
  const sides = new Map(posted.map(({ currency, amount }) => [currency, amount]))
  const currencies = new Set([...rows.map(({ currency }) => currency), ...sides.keys()])
  return [...currencies].flatMap((currency) => {
    const here = rows.find((row) => row.currency === currency)?.amount ?? 0n
    const there = sides.get(currency) ?? 0n
    return here === there
      ? []
      : [{ message: `${name} says ${there} ${currency}, the ${what} say ${here} (minor units).` }]
  })
}

/** No gap in the company's own series. */
const numbersHaveNoGap: Proof = {
  name: 'invoice_numbers_have_no_gap',
  invariants: ['M3.3'],
  holds: (sums) => sums.areZero('invoices.missing', 'invoices.below_one'),
  async find(db, limit) {
    const rows = await db.many(sql<{ sequence: bigint; place: bigint; id: string }>`
      select * from (
        select id, sequence, row_number() over (order by sequence) place from receivables.invoices
        where company_id = ${db.companyId} and series = 'own') numbered
      where sequence <> place order by place limit ${limit > 1 ? 1 : limit}`)
    return rows.map((row) => ({
      subjectId: row.id,
      message: `Invoice number ${row.place} is missing: ${row.sequence} stands in its place.`,
    }))
  },
}

export const receivableProofs: readonly Proof[] = [
  invoicesAddUp,
  payablesAreProven,
  chargedWhatWasDue,
  reservationsFollow,
  controlAccountsAgree,
  numbersHaveNoGap,
  lossesAgree,
  ...creditProofs,
]
