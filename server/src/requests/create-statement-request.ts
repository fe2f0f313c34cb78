import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import { findInvoices, holdPayables, type Invoice, type Statement } from '../receivables/index.ts'
import { documentWith, writeRequest } from './create-request.ts'
import { StatementOutdated } from './errors.ts'
import { NO_TERMS } from './link-terms.ts'
import type { PaymentRequest } from './requests.queries.ts'
import { statementTitle } from './statement-title.ts'

/** Asks for what a statement says is pending: one request over its open invoices, for just that sum. */
export async function createStatementRequest(
  tx: Tx,
  actor: Actor,
  statement: Statement,
  locale: string,
): Promise<PaymentRequest> {
  const invoices = await holdPending(tx, statement)
  const { id, asOf, content, customerId, currency, pending } = statement
  // The paper has no lines of theirs either.
  const documents = invoices.map((invoice) => documentWith(invoice, []))
  return writeRequest(tx, actor, {
    id: newId<'req'>(),
    kind: 'statement',
    recipient: null,
    customerId,
    reference: statementTitle(asOf, locale),
    message: null,
    terms: NO_TERMS,
    currency,
    total: pending,
    snapshot: {
      customerName: content.customer.name,
      documents,
      statement: {
        id,
        asOf,
        pending: pending.toString(),
        inFlight: content.inFlight,
        unapplied: content.unapplied,
      },
    },
    items: invoices.map(({ id: payableId, open }) => ({ payableId, amount: open })),
  })
}

/**
 * The pending invoices of a statement, held as they are. Throws where what is open of one is not what the statement says
 * any more: its mail, its page and its PDF would disagree.
 */
export async function holdPending(tx: Tx, { content, pending }: Statement): Promise<Invoice[]> {
  const ids = content.invoices.map(({ id }) => id)
  await holdPayables(tx, ids)
  const invoices = await findInvoices(tx, ids)
  const told = new Map(content.invoices.map(({ id, open }) => [id, BigInt(open)]))
  if (invoices.length === ids.length && invoices.every(({ id, open }) => told.get(id) === open))
    return invoices
  throw new StatementOutdated(
    'What is pending changed since this statement was written, by a payment, a credit or an edit. Nothing was sent; write it anew.',
    {
      details: {
        pending_then: Number(pending),
        pending_now: Number(sumAmounts(invoices.map(({ open }) => open))),
      },
    },
  )
}
