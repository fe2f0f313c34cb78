import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { changePayables } from './change-payables.ts'
import { dropRecovery } from './drop-recovery.ts'
import { PaymentUnderWay, WriteOffRefused } from './errors.ts'
import { invoiceWrittenOff } from './events.ts'
import { findInvoice, type Invoice, type InvoiceId, lockInvoice } from './invoices.queries.ts'
import { lockPayables } from './payables.queries.ts'
import type { WriteOffReason } from './write-off-reasons.ts'

/**
 * A person gives up what is open of an invoice: it is asked for no more, and is a loss (5120 / 1100). What was paid of it
 * stands. Refused while a payment of it is under way.
 */
export async function writeOffInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: InvoiceId,
  why: { reason: WriteOffReason; note: string | null },
): Promise<Invoice> {
  const { note, reason } = why
  if (reason === 'other' && note === null)
    throw new InvalidRequest('Say in words why it is written off. Nothing was changed.', { field: 'note' })
  const locked = await lockInvoice(tx, id)
  const [payable] = locked === undefined ? [] : await lockPayables(tx, [id])
  if (locked === undefined || payable === undefined) throw new NotFound('invoice')
  const { currency, inFlight, label, open } = payable
  if (locked.state !== 'open')
    throw new WriteOffRefused(
      `${label} is ${locked.state === 'void' ? 'voided' : 'written off'} already. Nothing was changed.`,
    )
  if (inFlight > 0n)
    throw new PaymentUnderWay(
      `A payment of ${label} is being made right now, so it cannot be written off. Nothing was changed; look again once the payment has its result.`,
    )
  if (open === 0n)
    throw new WriteOffRefused(
      `Nothing is open of ${label}, so there is nothing to write off. Nothing was changed.`,
    )
  await Promise.all([
    changePayables(tx, [{ id, voided: open }]),
    tx.change(sql`
      update receivables.invoices set state = 'written_off', written_off_at = ${now}, write_off_reason = ${reason},
        write_off_note = ${note}
      where company_id = ${tx.companyId} and id = ${id} and state = 'open'`),
    locked.chargeBackId === null
      ? post(tx, {
          kind: 'invoice_written_off',
          at: now,
          currency,
          subjectType: 'invoice',
          subjectId: id,
          transfers: [{ debit: ACCOUNT.badDebt, credit: ACCOUNT.receivable, amount: open }],
        })
      : dropRecovery(tx, now, {
          id,
          chargeBackId: locked.chargeBackId,
          kind: 'invoice_written_off',
          amount: open,
          currency,
        }),
    emit(tx, actor, invoiceWrittenOff, id, { amount: open, currency, reason, note, at: now.toISOString() }),
  ])
  const written = await findInvoice(tx, id)
  if (written === undefined) throw new NotFound('invoice')
  return written
}
