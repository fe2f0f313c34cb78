import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { applyCredit } from './apply-credit.ts'
import { type CreditId, findCredit } from './credits.queries.ts'
import { RecoveryRefused } from './errors.ts'
import { findInvoice, type Invoice, type InvoiceId, lockInvoice } from './invoices.queries.ts'
import { lockPayables } from './payables.queries.ts'
import { takeUpAgain } from './take-up-again.ts'
import type { RecoveryReason } from './write-off-reasons.ts'

export interface Recovery {
  reason: RecoveryReason
  note: string | null
  /** Money that came for it after all: then only as much is recovered. */
  creditId: CreditId | undefined
}

/**
 * A person takes a write-off back: what was written off is owed again (1100 / 5120). With a credit of the customer, only
 * what that settles is, and it settles it (2100 or 2110 / 1100: together 2100 / 5120); the rest stays written off.
 */
export async function recoverInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: InvoiceId,
  { reason, note, creditId }: Recovery,
): Promise<Invoice> {
  if (reason === 'other' && note === null)
    throw new InvalidRequest('Say in words why it is recovered. Nothing was changed.', { field: 'note' })
  const locked = await lockInvoice(tx, id)
  const [payable] = locked === undefined ? [] : await lockPayables(tx, [id])
  if (locked === undefined || payable === undefined) throw new NotFound('invoice')
  if (locked.state !== 'written_off')
    throw new RecoveryRefused(`${payable.label} is not written off. Nothing was changed.`)
  const credit = creditId === undefined ? undefined : await findCredit(tx, creditId)
  if (creditId !== undefined && credit === undefined) throw new NotFound('credit')
  const left = credit === undefined ? payable.voided : credit.amount - credit.used
  const amount = left < payable.voided ? left : payable.voided
  await takeUpAgain(tx, actor, now, { payable, chargeBackId: locked.chargeBackId, amount, reason, note })
  // It looks at the credit again under its lock, and refuses one that is another customer's or used up.
  if (creditId !== undefined) await applyCredit(tx, actor, now, creditId, [{ invoiceId: id, amount }])
  const recovered = await findInvoice(tx, id)
  if (recovered === undefined) throw new NotFound('invoice')
  return recovered
}
