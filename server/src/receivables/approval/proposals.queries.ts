import type { CustomerId } from '../../customers/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Currency } from '../../lib/currencies.ts'
import { type Db, join, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { CreditNoteTerms } from '../credit-note-order.ts'
import type { CreditNoteFilter, CreditNoteId } from '../credit-notes.queries.ts'
import type { InvoiceId, Party } from '../invoices.queries.ts'
import type { CreditNoteProposalState } from './credit-note-proposal.state.ts'

/** A credit note that is not issued yet, or how it came to be. It has the id of the one that it becomes. */
export interface CreditNoteProposal {
  id: CreditNoteId
  state: CreditNoteProposalState
  /** Counts its versions: who approves says which one they saw. */
  revision: number
  customerId: CustomerId
  invoiceId: InvoiceId | null
  invoiceReference: string | null
  invoiceRevision: number | null
  currency: Currency
  buyer: Party
  terms: CreditNoteTerms
  total: bigint
  /** What it would settle of its invoice, as that stood when it was submitted; null where it is not applied. */
  applies: bigint | null
  issuedOn: string | null
  reason: string | null
  writtenByType: Actor['type']
  writtenBy: string
  writtenByName: string | null
  createdAt: Date
  submittedAt: Date
  decidedByType: Actor['type'] | null
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: Date | null
  rejectedFor: string | null
  endedAt: Date | null
}

const PROPOSAL = raw(`p.id, p.state, p.revision, p.customer_id "customerId", p.invoice_id "invoiceId",
  p.invoice_reference "invoiceReference", p.invoice_revision "invoiceRevision", p.currency, p.buyer, p.terms, p.total,
  p.applies, p.issued_on "issuedOn", p.reason, p.written_by_type "writtenByType", p.written_by "writtenBy",
  (select a.name from identity.actors_view a where a.company_id = p.company_id and a.actor_type = p.written_by_type
    and a.actor_id = p.written_by limit 1) "writtenByName",
  p.created_at "createdAt", p.submitted_at "submittedAt", p.decided_by_type "decidedByType", p.decided_by "decidedBy",
  (select a.name from identity.actors_view a where a.company_id = p.company_id and a.actor_type = p.decided_by_type
    and a.actor_id = p.decided_by limit 1) "decidedByName",
  p.decided_at "decidedAt", p.rejected_for "rejectedFor", p.ended_at "endedAt"`)

export async function findProposal(db: Db, id: CreditNoteId): Promise<CreditNoteProposal | undefined> {
  return (await findProposals(db, [id]))[0]
}

export function findProposals(db: Db, ids: readonly CreditNoteId[]): Promise<CreditNoteProposal[]> {
  return db.many(sql<CreditNoteProposal>`
    select ${PROPOSAL} from receivables.credit_note_proposals p
    where p.company_id = ${db.companyId} and p.id = any(${ids})`)
}

export function lockProposal(tx: Tx, id: CreditNoteId): Promise<CreditNoteProposal | undefined> {
  return tx.maybe(sql<CreditNoteProposal>`
    select ${PROPOSAL} from receivables.credit_note_proposals p
    where p.company_id = ${tx.companyId} and p.id = ${id} for update of p`)
}

/** The same for who only needs it to stay as it is. */
export function holdProposal(tx: Tx, id: CreditNoteId): Promise<CreditNoteProposal | undefined> {
  return tx.maybe(sql<CreditNoteProposal>`
    select ${PROPOSAL} from receivables.credit_note_proposals p
    where p.company_id = ${tx.companyId} and p.id = ${id} for share of p`)
}

/** A page of what is not issued, newest first. */
export function listProposals(
  db: Db,
  page: PageRequest,
  { customerId, invoiceId, status }: CreditNoteFilter,
): Promise<CreditNoteProposal[]> {
  const where = [sql`p.company_id = ${db.companyId}`, sql`p.state <> 'issued'`]
  if (page.after !== undefined) where.push(sql`p.id < ${page.after}`)
  if (customerId !== undefined) where.push(sql`p.customer_id = ${customerId}`)
  if (invoiceId !== undefined) where.push(sql`p.invoice_id = ${invoiceId}`)
  if (status !== undefined) where.push(sql`p.state = ${status}`)
  return db.many(sql<CreditNoteProposal>`
    select ${PROPOSAL} from receivables.credit_note_proposals p
    where p.company_id = ${db.companyId} and ${join(where, ' and ')} order by p.id desc limit ${page.limit + 1}`)
}
