import { reverse } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { changePayables } from './change-payables.ts'
import { type InvoiceTerms, priceInvoice } from './create-invoice.ts'
import { SOURCE } from './einvoice/to-new-invoice.ts'
import { EditBelowSettled, EditMustWait, InvoiceNotEditable, InvoiceRevised } from './errors.ts'
import { invoiceEdited } from './events.ts'
import { findInvoice, type Invoice, type InvoiceId, lockInvoice, type Party } from './invoices.queries.ts'
import { lockPayables, type Payable } from './payables.queries.ts'
import { postIssue, writeLines } from './write-invoice.ts'

export interface InvoiceEdit {
  /** The revision that the editor saw. */
  revision: number
  /** Lines, discount, shipping and whether taxes are included: all together, since the sums come from all of them. */
  terms?: Omit<InvoiceTerms, 'currency'> | undefined
  dueOn?: string | null | undefined
  orderReference?: string | null | undefined
  note?: string | null | undefined
  buyer?: Partial<Party> | undefined
}

/**
 * Edits an invoice under its number: its next revision. The books are corrected by reversing what was posted and
 * posting it anew. Refused while a payment is under way, and where it would come to less than is settled of it: that
 * takes a credit note. The lines and sums of an e-invoice are those of its own file, and stay.
 */
export async function editInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: InvoiceId,
  edit: InvoiceEdit,
): Promise<Invoice> {
  const before = await lockEditable(tx, id, edit.revision)
  if (edit.terms !== undefined) checkSumsAreOurs(before)
  const priced = edit.terms && priceInvoice({ ...edit.terms, currency: before.currency as Currency })
  const after: Invoice = {
    ...before,
    ...priced,
    revision: before.revision + 1,
    dueOn: edit.dueOn === undefined ? before.dueOn : edit.dueOn,
    orderReference: edit.orderReference === undefined ? before.orderReference : edit.orderReference,
    note: edit.note === undefined ? before.note : edit.note,
    buyer: { ...before.buyer, ...edit.buyer },
  }
  const due = after.total + after.rounding
  if (due < before.settled) {
    throw new EditBelowSettled(
      `${before.number} would come to less than is settled of it. Nothing was changed; write a credit note for the difference.`,
      {
        field: 'lines',
        details: {
          settled: Number(before.settled),
          total: Number(due),
          currency: before.currency.toLowerCase(),
        },
      },
    )
  }
  if (priced !== undefined) await correct(tx, now, after, before.due, priced.lines)
  await writeHead(tx, after)
  await emit(tx, actor, invoiceEdited, id, {
    revision: after.revision,
    changed: Object.keys(edit).filter(
      (key) => key !== 'revision' && edit[key as keyof InvoiceEdit] !== undefined,
    ),
    due_before: before.due,
    due_after: due,
    open_before: before.open,
    open_after: due - before.settled,
    at: now.toISOString(),
  })
  const edited = await findInvoice(tx, id)
  if (edited === undefined) throw new NotFound('invoice')
  return edited
}

async function lockEditable(tx: Tx, id: InvoiceId, revision: number): Promise<Invoice> {
  const locked = await lockInvoice(tx, id)
  const [payable] = locked === undefined ? [] : await lockPayables(tx, [id])
  const invoice = await findInvoice(tx, id)
  if (payable === undefined || invoice === undefined) throw new NotFound('invoice')
  if (invoice.state !== 'open') {
    throw new InvoiceNotEditable(
      `${invoice.number} is ${invoice.state === 'void' ? 'voided' : 'written off'}, so it cannot be edited. Nothing was changed; issue a new one.`,
    )
  }
  if (invoice.revision !== revision) {
    throw new InvoiceRevised(
      `${invoice.number} was edited by someone else meanwhile. Nothing was changed; look at it as it is now and edit that.`,
      { field: 'revision', details: { revision: invoice.revision } },
    )
  }
  checkNothingUnderWay(payable)
  return invoice
}

/** A recovery is of a sum that others made; of an e-invoice others have the file, with the sums that they reckon by. */
function checkSumsAreOurs({ recovers, source, number }: Invoice): void {
  if (recovers !== null)
    throw new InvoiceNotEditable(
      `${number} claims exactly what was refunded of a payment that a bank took back. Nothing was changed; void it or write it off if you do not want that.`,
      { field: 'lines' },
    )
  if (source !== SOURCE) return
  throw new InvoiceNotEditable(
    `${number} came as an e-invoice: its lines and sums are those of its own file, which others have too. Nothing was changed; write a credit note for what is too much, or void it and issue a new one.`,
    { field: 'lines' },
  )
}

function checkNothingUnderWay({ inFlight, label }: Payable): void {
  if (inFlight === 0n) return
  throw new EditMustWait(
    `A payment of ${label} is being made right now, for what it was asked for. Nothing was changed; edit it once the payment has its result.`,
  )
}

/** What was posted is reversed and posted anew; the lines that it had stay, under their revision. */
async function correct(
  tx: Tx,
  now: Date,
  invoice: Invoice,
  dueBefore: bigint,
  lines: ReturnType<typeof priceInvoice>['lines'],
): Promise<void> {
  await reverse(tx, {
    kind: 'invoice_issued',
    subjectId: invoice.id,
    reversalKind: 'invoice_corrected',
    at: now,
  })
  postIssue(tx, now, invoice)
  const numbered = lines.map((line, i) => ({ ...line, position: i + 1 }))
  await Promise.all([
    writeLines(tx, invoice.id, numbered, invoice.revision),
    changePayables(tx, [{ id: invoice.id, due: invoice.total + invoice.rounding - dueBefore }]),
  ])
}

async function writeHead(tx: Tx, i: Invoice): Promise<void> {
  await Promise.all([
    tx.change(sql`
      update receivables.invoices set revision = ${i.revision}, subtotal = ${i.subtotal}, allowances = ${i.allowances},
        charges = ${i.charges}, shipping = ${i.shipping}, tax = ${i.tax}, rounding = ${i.rounding}, total = ${i.total},
        due_on = ${i.dueOn}::date, order_reference = ${i.orderReference}, note = ${i.note},
        buyer = ${JSON.stringify(i.buyer)}, adjustments = ${JSON.stringify(i.adjustments)},
        tax_breakdown = ${JSON.stringify(i.taxBreakdown)}, terms = ${i.terms === null ? null : JSON.stringify(i.terms)}
      where company_id = ${tx.companyId} and id = ${i.id} and revision = ${i.revision - 1}`),
    tx.change(sql`
      update receivables.payables set due_on = ${i.dueOn}::date where company_id = ${tx.companyId} and id = ${i.id}`),
  ])
}
