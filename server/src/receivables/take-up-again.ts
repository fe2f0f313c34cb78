import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { changePayables } from './change-payables.ts'
import { addLoss, type ChargeBackId, lockLoss } from './charge-backs.queries.ts'
import { RecoveryRefused } from './errors.ts'
import { invoiceRecovered } from './events.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { lockPayables, type Payable, type PayableId } from './payables.queries.ts'

/** Makes what was written off of a locked invoice, or a part of it, owed again (1100 / 5120). */
export async function takeUpAgain(
  tx: Tx,
  actor: Actor,
  at: Date,
  taken: {
    payable: Pick<Payable, 'id' | 'label' | 'currency' | 'voided'>
    chargeBackId: ChargeBackId | null
    amount: bigint
    reason: string
    note: string | null
  },
): Promise<void> {
  const { amount, chargeBackId, note, reason } = taken
  const { currency, id, label, voided } = taken.payable
  if (chargeBackId !== null) {
    if ((await lockLoss(tx, chargeBackId)) < amount)
      throw new RecoveryRefused(
        `What ${label} claimed came back in another way meanwhile, so nobody owes it. Nothing was changed.`,
      )
    await addLoss(tx, chargeBackId, -amount)
  }
  post(tx, {
    kind: 'write_off_recovered',
    at,
    currency,
    subjectType: 'invoice',
    subjectId: id,
    transfers: [{ debit: ACCOUNT.receivable, credit: ACCOUNT.badDebt, amount }],
  })
  await Promise.all([
    changePayables(tx, [{ id, voided: -amount }]),
    amount === voided &&
      tx.change(sql`
        update receivables.invoices set state = 'open', written_off_at = null, write_off_reason = null,
          write_off_note = null
        where company_id = ${tx.companyId} and id = ${id} and state = 'written_off'`),
    emit(tx, actor, invoiceRecovered, id as InvoiceId, {
      amount,
      currency,
      reason,
      note,
      at: at.toISOString(),
    }),
  ])
}

/**
 * What had settled invoices goes: of those that were written off beside, all that is not settled is owed again, for a
 * person to decide anew. The caller holds the payables' locks.
 */
export async function takeUpWrittenOff(
  tx: Tx,
  actor: Actor,
  at: Date,
  ids: readonly PayableId[],
  reason: string,
): Promise<void> {
  const writtenOff = await tx.many(sql<{ id: InvoiceId; chargeBackId: ChargeBackId | null }>`
    select id, charge_back_id "chargeBackId" from receivables.invoices
    where company_id = ${tx.companyId} and id = any(${ids}) and state = 'written_off' order by id`)
  if (writtenOff.length === 0) return
  const payables = await lockPayables(
    tx,
    writtenOff.map(({ id }) => id),
  )
  for (const payable of payables) {
    const chargeBackId = writtenOff.find(({ id }) => id === payable.id)?.chargeBackId ?? null
    await takeUpAgain(tx, actor, at, { payable, chargeBackId, amount: payable.voided, reason, note: null })
  }
}
