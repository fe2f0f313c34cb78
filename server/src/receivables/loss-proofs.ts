import { ACCOUNT } from '../ledger/index.ts'
import { type Db, type Statement, sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'

/** M3.3, M3.14: the ledger's losses are what was taken back and is claimed by nothing, and what a person wrote off. */
export const lossesAgree: Proof = {
  name: 'losses_agree',
  invariants: ['M3.3', 'M3.14'],
  holds: (sums) =>
    sums.agree('ledger.losses', 'charge_backs.loss', 'invoices.written_off') &&
    sums.areZero('recoveries.crooked'),
  async find(db, limit) {
    const losses = await db.many(
      firstOf(
        sql<{ currency: string; posted: bigint; lost: bigint }>`
      select currency, sum(posted)::bigint posted, sum(lost)::bigint lost from (
        select currency, case when debit = ${ACCOUNT.badDebt} then amount else -amount end posted, 0 lost
        from ledger.movements_view
        where "companyId" = ${db.companyId} and (debit = ${ACCOUNT.badDebt} or credit = ${ACCOUNT.badDebt})
        union all
        select p.currency, 0, c.loss from receivables.charge_backs c
        join payments.payments_view p on p.company_id = c.company_id and p.id = c.payment_id
        where c.company_id = ${db.companyId}
        union all
        select p.currency, 0, p.voided from receivables.invoices i
        join receivables.payables p on p.company_id = i.company_id and p.id = i.id
        where i.company_id = ${db.companyId} and i.state = 'written_off' and i.charge_back_id is null) sides
      group by currency having sum(posted) <> sum(lost)`,
        limit,
      ),
    )
    const recoveries = await db.many(firstOf(crookedRecoveries(db), limit))
    return [
      ...losses.map(({ currency, posted, lost }) => ({
        message: `Losses (5120) say ${posted} ${currency}, what was taken back and written off ${lost} (minor units).`,
      })),
      ...recoveries.map(({ id, number }) => ({
        subjectId: id,
        message: `The recovery invoice ${number} is not of the payment that was taken back, or of another currency, or with others claims more than was taken back of it.`,
      })),
    ]
  },
}

/** Recovery invoices that are not of their payment, or claim with what is lost more than was taken back. */
export function crookedRecoveries(db: Db): Statement<{ id: string; number: string }> {
  return sql<{ id: string; number: string }>`
    select i.id, i.number from receivables.invoices i
    join receivables.charge_backs c on c.company_id = i.company_id and c.id = i.charge_back_id
    join payments.payments_view y on y.company_id = c.company_id and y.id = c.payment_id
    where i.company_id = ${db.companyId} and (i.currency <> y.currency or i.recovers_payment_id <> c.payment_id or c.amount < c.loss + (
      select sum(p.due - p.voided) from receivables.invoices o
      join receivables.payables p on p.company_id = o.company_id and p.id = o.id
      where o.company_id = i.company_id and o.charge_back_id = i.charge_back_id))`
}
