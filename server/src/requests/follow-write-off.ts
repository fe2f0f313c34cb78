import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import type { InvoiceGivenUp, InvoiceId } from '../receivables/index.ts'
import { listAsking } from './follow-invoice-edit.ts'

/** What was open of an invoice was written off: requests for it ask for that much less. It hears invoice.written_off. */
export function followWriteOff(tx: Tx, event: DomainEvent<InvoiceGivenUp>): Promise<void> {
  return noteChange(tx, event, { became: 'written_off', before: event.data.amount, after: 0n })
}

/** It is owed again: so requests that were sent for it ask for it again. It hears invoice.recovered. */
export function followRecovery(tx: Tx, event: DomainEvent<InvoiceGivenUp>): Promise<void> {
  return noteChange(tx, event, { became: 'recovered', before: 0n, after: event.data.amount })
}

/** What an invoice is owed is read live; their pages can say why it changed. */
async function noteChange(
  tx: Tx,
  event: DomainEvent<InvoiceGivenUp>,
  { became, before, after }: { became: 'written_off' | 'recovered'; before: bigint; after: bigint },
): Promise<void> {
  const invoiceId = event.subjectId as InvoiceId
  const ids = (await listAsking(tx, invoiceId)).map(({ id }) => id)
  if (ids.length === 0) return
  await tx.change(
    sql`
    insert into requests.edits (company_id, id, request_id, invoice_id, at, open_before, open_after, became)
    select ${tx.companyId}, e.id, e.request_id, ${invoiceId}, ${new Date(event.data.at)}, ${before}::bigint,
      ${after}::bigint, ${became}
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) e(id, request_id)`,
    ids.length,
  )
}
