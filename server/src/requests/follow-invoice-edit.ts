import { readSetting } from '../identity/index.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { findInvoices, type InvoiceEdited, type InvoiceId } from '../receivables/index.ts'
import { documentOf, MOST_WITH_LINES } from './create-request.ts'
import { requestUpdated } from './events.ts'
import { endLinks } from './issue-link.ts'
import type { LinkId, RequestId, RequestSnapshot } from './requests.queries.ts'
import { linkSettings } from './settings.ts'
import { restand } from './standings.queries.ts'

interface Asking {
  id: RequestId
  snapshot: RequestSnapshot
  open: bigint
}

/**
 * An invoice was edited: the requests that ask for it show it as it is now. Links to that invoice alone are
 * superseded, unless the company lets them stay (K9); a request for several keeps its links and shows the live sum.
 * What was settled asks no more and stays as it was. It hears invoice.edited.
 */
export async function followInvoiceEdit(tx: Tx, event: DomainEvent<InvoiceEdited>): Promise<void> {
  const invoiceId = event.subjectId as InvoiceId
  const asking = await listAsking(tx, invoiceId)
  const [invoice] = await findInvoices(tx, [invoiceId])
  if (asking.length === 0 || invoice === undefined) return
  const supersedes = (await readSetting(tx, linkSettings.onInvoiceEdit)) === 'supersede'
  const document = await documentOf(tx, invoice)
  const { open_before: openBefore, open_after: openAfter, at } = event.data
  for (const { id, snapshot, open } of asking) {
    const isAlone = snapshot.documents.length === 1
    const isReplaced = isAlone && supersedes
    const changed: RequestSnapshot = {
      ...snapshot,
      customerName: isAlone ? invoice.buyer.name : snapshot.customerName,
      documents: snapshot.documents.map((each) =>
        each.id !== invoiceId
          ? each
          : // What was asked for as a list stays one.
            snapshot.documents.length > MOST_WITH_LINES
            ? { ...document, lines: [], moreLines: 0 }
            : document,
      ),
    }
    // A page that stays says what it asked for when it was sent; one that is sent anew asks for what is open now.
    await tx.change(sql`
      update requests.requests set snapshot = ${JSON.stringify(changed)},
        total = case when ${isReplaced && open > 0n} then ${open}::bigint else total end
      where company_id = ${tx.companyId} and id = ${id}`)
    restand(tx, { requests: [id] })
    await tx.change(sql`
      insert into requests.edits (company_id, id, request_id, invoice_id, at, open_before, open_after)
      values (${tx.companyId}, ${newId()}, ${id}, ${invoiceId}, ${new Date(at)}, ${openBefore}, ${openAfter})`)
    if (isReplaced) await endLinks(tx, event.actor, id, { event: 'supersede' })
    await emit(tx, event.actor, requestUpdated, id, { invoice_id: invoiceId, replaced_links: isReplaced })
  }
}

/** Requests that ask for an invoice and are neither settled nor taken back. */
export function listAsking(tx: Tx, invoiceId: InvoiceId): Promise<Asking[]> {
  return tx.many(sql<Asking>`
    select r.id, r.snapshot, (
      select sum(p.open)::bigint from requests.items a
      join receivables.payables_view p on p.company_id = a.company_id and p.id = a.payable_id
      where a.company_id = r.company_id and a.request_id = r.id) open
    from requests.items i join requests.requests r on r.company_id = i.company_id and r.id = i.request_id
    where i.company_id = ${tx.companyId} and i.payable_id = ${invoiceId} and r.state <> 'voided' and r.settled_at is null
    order by r.id`)
}

/** What edits since a link was issued changed of what it asks for. Minor units. */
export interface EditSince {
  at: Date
  openBefore: bigint
  openAfter: bigint
}

/** From the first edit after a link was issued to the last; undefined where there was none. */
export async function findEditSince(db: Db, linkId: LinkId): Promise<EditSince | undefined> {
  const edits = await db.many(sql<EditSince>`
    select e.at, e.open_before "openBefore", e.open_after "openAfter"
    from requests.links l join requests.edits e on e.company_id = l.company_id and e.request_id = l.request_id
      and e.at >= l.issued_at and not e.is_void and e.became is null
    where l.company_id = ${db.companyId} and l.id = ${linkId} order by e.id`)
  const last = edits.at(-1)
  return last && { ...last, openBefore: edits[0]?.openBefore ?? last.openBefore }
}
