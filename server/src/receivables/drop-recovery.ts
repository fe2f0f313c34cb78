import { ACCOUNT, post } from '../ledger/index.ts'
import type { Tx } from '../lib/db/index.ts'
import { addLoss, type ChargeBackId } from './charge-backs.queries.ts'
import type { InvoiceId } from './invoices.queries.ts'

/** What a recovery invoice claims, and claims no more: nothing was sold, so it is a loss (5120 / 1100). */
export async function dropRecovery(
  tx: Tx,
  at: Date,
  dropped: {
    id: InvoiceId
    chargeBackId: ChargeBackId
    kind: 'invoice_voided' | 'invoice_written_off'
    amount: bigint
    currency: string
  },
): Promise<void> {
  const { id, chargeBackId, kind, amount, currency } = dropped
  post(tx, {
    kind,
    at,
    currency,
    subjectType: 'invoice',
    subjectId: id,
    transfers: [{ debit: ACCOUNT.badDebt, credit: ACCOUNT.receivable, amount }],
  })
  await addLoss(tx, chargeBackId, amount)
}
