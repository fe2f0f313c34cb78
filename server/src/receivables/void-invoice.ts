import { reverse } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { creditedOf } from './credit-notes.queries.ts'
import { dropRecovery } from './drop-recovery.ts'
import { InvoiceNotVoidable } from './errors.ts'
import { invoiceVoided } from './events.ts'
import { findInvoice, type Invoice, type InvoiceId, lockInvoice } from './invoices.queries.ts'
import { voidPayable } from './void-payable.ts'

/**
 * Voids an invoice of which nothing is settled, in flight or credited: its postings are reversed, its number stays
 * used.
 */
export async function voidInvoice(tx: Tx, actor: Actor, now: Date, id: InvoiceId): Promise<Invoice> {
  const locked = await lockInvoice(tx, id)
  if (locked === undefined) throw new NotFound('invoice')
  if (locked.state !== 'open') {
    throw new InvoiceNotVoidable(`This invoice is ${locked.state} already. Nothing was changed.`)
  }
  const { currency, open } = await voidPayable(tx, id)
  // Under the payable's lock, as credit notes are issued: otherwise both would take the sale back.
  const { total: credited } = await creditedOf(tx, id)
  if (credited > 0n) {
    throw new InvoiceNotVoidable(
      `${credited} (minor units) of this invoice stand credited, so voiding it would take that back twice. Nothing was changed; void the credit note first, or apply it.`,
      { details: { credited_amount: Number(credited) } },
    )
  }
  await Promise.all([
    tx.change(sql`
      update receivables.invoices set state = 'void', voided_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = 'open'`),
    locked.chargeBackId === null
      ? reverse(tx, { kind: 'invoice_issued', subjectId: id, reversalKind: 'invoice_voided', at: now })
      : dropRecovery(tx, now, {
          id,
          chargeBackId: locked.chargeBackId,
          kind: 'invoice_voided',
          amount: open,
          currency,
        }),
    emit(tx, actor, invoiceVoided, id, { open, at: now.toISOString() }),
  ])
  const voided = await findInvoice(tx, id)
  if (voided === undefined) throw new NotFound('invoice')
  return voided
}
