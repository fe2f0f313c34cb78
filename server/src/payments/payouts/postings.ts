import { ACCOUNT, post } from '../../ledger/index.ts'
import type { Tx } from '../../lib/db/index.ts'
import type { PayoutState } from './payout.state.ts'
import type { Payout } from './payouts.queries.ts'

/** Where the money of a payout is (model.md M4). What failed or was canceled is on the balance again. */
const PLACE = {
  scheduled: ACCOUNT.payoutsInTransit,
  in_transit: ACCOUNT.payoutsInTransit,
  paid: ACCOUNT.bank,
  failed: ACCOUNT.processorBalance,
  canceled: ACCOUNT.processorBalance,
} as const satisfies Record<PayoutState, number>

/** 1090 / 1050 when it leaves the balance, 1010 / 1090 at the bank, and back from wherever it was. A debit is turned round. */
export function postPayout(tx: Tx, now: Date, payout: Payout, before: Payout | undefined): void {
  const from = before === undefined ? ACCOUNT.processorBalance : PLACE[before.state]
  const to = PLACE[payout.state]
  if (from === to) return
  post(tx, {
    kind: `payout_${payout.state}`,
    at: now,
    currency: payout.currency,
    subjectType: 'payout',
    subjectId: payout.id,
    transfers: [{ debit: to, credit: from, amount: payout.amount }],
  })
}
