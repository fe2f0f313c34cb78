import type { Static } from 'typebox'
import type { Db } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import { type CreditNoteWire, creditNoteToWire, proposalToWire } from '../credit-note-wire.ts'
import {
  type CreditNoteFilter,
  type CreditNoteId,
  findCreditNote,
  listCreditNoteLines,
  listCreditNotes,
} from '../credit-notes.queries.ts'
import { findProposal, findProposals, listProposals } from './proposals.queries.ts'

type Wire = Static<typeof CreditNoteWire>

export async function isIssued(db: Db, id: CreditNoteId): Promise<boolean> {
  return (await findCreditNote(db, id)) !== undefined
}

/** A credit note with its lines, issued or not. */
export async function shownCreditNote(db: Db, id: CreditNoteId): Promise<Wire> {
  const [note, proposal] = await Promise.all([findCreditNote(db, id), findProposal(db, id)])
  if (note !== undefined)
    return creditNoteToWire(note, { lines: await listCreditNoteLines(db, id), proposal })
  if (proposal === undefined) throw new NotFound('credit note')
  return proposalToWire(proposal, { hasLines: true })
}

/** A page of credit notes, issued or not, the newest first. */
export async function listShownCreditNotes(
  db: Db,
  page: PageRequest,
  filter: CreditNoteFilter,
): Promise<{ id: CreditNoteId; wire: Wire }[]> {
  const [notes, waiting] = await Promise.all([
    filter.isIssued === false ? [] : listCreditNotes(db, page, filter),
    filter.isIssued === true ? [] : listProposals(db, page, filter),
  ])
  const approved = new Map(
    (
      await findProposals(
        db,
        notes.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  return [
    ...notes.map((note) => ({
      id: note.id,
      wire: creditNoteToWire(note, { proposal: approved.get(note.id) }),
    })),
    ...waiting.map((proposal) => ({ id: proposal.id, wire: proposalToWire(proposal) })),
  ]
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, page.limit + 1)
}
