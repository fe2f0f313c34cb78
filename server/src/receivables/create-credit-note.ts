import { companyDay } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Last, Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { type CreditNoteOrder, documentLines, documentTaxes, workOut } from './credit-note-order.ts'
import type { CreditNoteId } from './credit-notes.queries.ts'
import { lockPayables } from './payables.queries.ts'
import { freeOf, settleByCredit } from './settle-by-credit.ts'
import { type CreditNoteWithLines, writeCreditNote } from './write-credit-note.ts'

/**
 * Issues a credit note with the next number of the company's own series. It makes a credit of its total; with an
 * invoice that credit settles what is open of it, and the rest stays the customer's.
 */
export async function createCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: CreditNoteOrder,
  { id = newId<'cn'>(), last = tx.one }: { id?: CreditNoteId; last?: Last } = {},
): Promise<CreditNoteWithLines> {
  // Locked in any case, and before it is read: what credit notes took back of an invoice, and that it is not voided
  // meanwhile, is seen under this lock.
  const [locked] = order.invoiceId === undefined ? [] : await lockPayables(tx, [order.invoiceId])
  const { invoice, customerId, currency, buyer, amounts } = await workOut(tx, order)
  const payable = order.apply ? locked : undefined
  const credit = { id: newId<'crd'>(), kind: 'credit_note' as const, currency }
  const applied = payable === undefined ? 0n : least(freeOf(payable), amounts.total)
  if (payable !== undefined) await settleByCredit(tx, actor, now, credit, [{ payable, amount: applied }])
  return writeCreditNote(
    tx,
    actor,
    now,
    {
      id,
      creditId: credit.id,
      used: applied,
      paymentId: null,
      externalNumber: null,
      series: 'own',
      typeCode: '381',
      source: null,
      customerId,
      invoiceId: invoice?.id ?? null,
      invoiceReference: invoice?.number ?? null,
      currency,
      subtotal: amounts.subtotal,
      allowances: 0n,
      charges: 0n,
      tax: amounts.taxTotal,
      rounding: 0n,
      total: amounts.total,
      issuedOn: order.issuedOn ?? (await companyDay(tx, now)),
      reason: order.reason,
      buyer,
      seller: null,
      adjustments: [],
      taxBreakdown: documentTaxes(amounts),
      lines: documentLines(order, amounts),
    },
    last,
  )
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
