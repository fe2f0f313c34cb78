import type { StateTable } from '../../lib/state.ts'

export type CreditNoteProposalState = 'draft' | 'pending_approval' | 'rejected' | 'issued' | 'void'
type CreditNoteProposalEvent = 'submit' | 'issue' | 'approve' | 'reject' | 'reopen' | 'drop'

/** A credit note before it is issued, where that needs approval. Once issued it is a credit note. */
export const creditNoteProposalStates: StateTable<CreditNoteProposalState, CreditNoteProposalEvent> = {
  draft: { submit: 'pending_approval', issue: 'issued', drop: 'void' },
  pending_approval: { approve: 'issued', reject: 'rejected', reopen: 'draft', drop: 'void' },
  rejected: { reopen: 'draft', drop: 'void' },
  issued: {},
  void: {},
}
