/**
 * ledger owns the chart of accounts, entries and transfers. One transfer moves one positive amount from the
 * credit to the debit account, so the books balance by construction; a correction is a reversing entry.
 */
export { type JournalLine, listBalances, listJournal } from './journal.queries.ts'
export { ACCOUNT, type AccountCode, type Posting, post, type Transfer } from './post.ts'
export { ledgerProofs } from './proofs.ts'
export { reverse } from './reverse.ts'
export { accountWeight, ledgerTallies } from './tallies.queries.ts'
