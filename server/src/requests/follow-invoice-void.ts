import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import type { InvoiceId, InvoiceVoided } from '../receivables/index.ts'
import { listAsking } from './follow-invoice-edit.ts'

/**
 * An invoice was voided: requests for it and others ask for that much less, and their pages can say why. It hears
 * invoice.voided.
 */
export async function followInvoiceVoid(tx: Tx, event: DomainEvent<InvoiceVoided>): Promise<void> {
  const invoiceId = event.subjectId as InvoiceId
  const ids = (await listAsking(tx, invoiceId)).map(({ id }) => id)
  if (ids.length === 0) return
  await tx.change(
    sql`
    insert into requests.edits (company_id, id, request_id, invoice_id, at, open_before, open_after, is_void)
    select ${tx.companyId}, e.id, e.request_id, ${invoiceId}, ${new Date(event.data.at)}, ${event.data.open}, 0, true
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) e(id, request_id)`,
    ids.length,
  )
}
