import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { findInvoices, type InvoiceId, type Payable, voidInvoice, voidPayable } from '../receivables/index.ts'
import { requestVoided } from './events.ts'
import { endLinks } from './issue-link.ts'
import { requestStates } from './request.state.ts'
import {
  findRequest,
  isOfInvoices,
  listPayableIds,
  lockRequest,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'
import { restand } from './standings.queries.ts'

/**
 * Takes a request back: its links are revoked and nobody can pay by them. Its invoices stay open unless they
 * are to be voided too; a quick or detailed one is its own document and is owed no more. Refused while a payment of
 * what is voided is under way.
 */
export async function voidRequest(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: RequestId,
  options: { voidInvoices: boolean },
): Promise<PaymentRequest> {
  const locked = await lockRequest(tx, id)
  if (locked === undefined) throw new NotFound('payment request')
  next('payment request', requestStates, locked.state, 'void')
  if (!isOfInvoices(locked.kind)) await voidPayable(tx, id as Payable['id'])
  else if (options.voidInvoices) await voidOpenInvoices(tx, actor, now, id)
  await endLinks(tx, actor, id, { event: 'revoke' })
  await Promise.all([
    tx.change(sql`
      update requests.requests set state = 'voided'
      where company_id = ${tx.companyId} and id = ${id} and state = ${locked.state}`),
    emit(tx, actor, requestVoided, id, { void_invoices: options.voidInvoices }),
  ])
  restand(tx, { requests: [id] })
  const voided = await findRequest(tx, id)
  if (voided === undefined) throw new NotFound('payment request')
  return voided
}

/** Those that were voided before are passed over; one that is paid, even in part, refuses it all. */
async function voidOpenInvoices(tx: Tx, actor: Actor, now: Date, id: RequestId): Promise<void> {
  const invoices = await findInvoices(tx, (await listPayableIds(tx, id)) as InvoiceId[])
  for (const invoice of invoices) if (invoice.state === 'open') await voidInvoice(tx, actor, now, invoice.id)
}
