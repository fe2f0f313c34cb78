import { ownCompany, readSetting } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Db, Last, Tx } from '../../lib/db/index.ts'
import { createCreditNote } from '../create-credit-note.ts'
import { type CreditNoteOrder, type WorkedOut, workOut } from '../credit-note-order.ts'
import { creditApproval, creditApprovalAbove } from '../settings.ts'
import type { CreditNoteWithLines } from '../write-credit-note.ts'
import type { CreditNoteProposal } from './proposals.queries.ts'
import { writeProposal } from './write-proposal.ts'

/** Issues a credit note that somebody writes, or keeps it for approval where the company wants that of such a one. */
export async function orderCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: CreditNoteOrder,
  last: Last,
): Promise<{ note: CreditNoteWithLines } | { proposal: CreditNoteProposal }> {
  if (await readSetting(tx, creditApproval)) {
    const worked = await workOut(tx, order)
    if (await needsApproval(tx, worked))
      return { proposal: await writeProposal(tx, actor, now, order, worked) }
  }
  return { note: await createCreditNote(tx, actor, now, order, { last }) }
}

/** Of amounts in another currency than the company's nobody said how much is little. */
export async function needsApproval(db: Db, { amounts, currency }: WorkedOut): Promise<boolean> {
  if (!(await readSetting(db, creditApproval))) return false
  const above = await readSetting(db, creditApprovalAbove)
  if (above === 0 || amounts.total > BigInt(above)) return true
  return currency !== (await ownCompany(db)).currency
}
