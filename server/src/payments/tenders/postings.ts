import { ACCOUNT, post } from '../../ledger/index.ts'
import type { Tx } from '../../lib/db/index.ts'
import type { Payment } from '../payments.queries.ts'

/** Cash or a cheque was taken to the bank: 1010 / 1020, one entry for each, so that each can come back by itself. What was given back of it before is not there. */
export function postBanked(tx: Tx, now: Date, payment: Payment): void {
  postBetween(tx, now, payment, 'payment_banked', [ACCOUNT.bank, ACCOUNT.undepositedFunds])
}

/** What was banked is no money after all: 1020 / 1010, from where it is returned. */
export function postUnbanked(tx: Tx, now: Date, payment: Payment): void {
  postBetween(tx, now, payment, 'payment_unbanked', [ACCOUNT.undepositedFunds, ACCOUNT.bank])
}

const { bank, undepositedFunds } = ACCOUNT
type Side = typeof bank | typeof undepositedFunds

function postBetween(
  tx: Tx,
  now: Date,
  { amount, currency, fromDrawer, id }: Payment,
  kind: string,
  [debit, credit]: readonly [Side, Side],
): void {
  post(tx, {
    kind,
    at: now,
    currency,
    subjectType: 'payment',
    subjectId: id,
    transfers: [{ debit, credit, amount: amount - fromDrawer }],
  })
}
