import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { toWireId } from '../../lib/ids.ts'
import { BankDepositNotUndoable } from '../errors.ts'
import { bankDepositUndone } from '../events.ts'
import { lockPayments } from '../payments.queries.ts'
import { BANK_DEPOSIT, type BankDeposit, paymentsOfDeposits } from './bank-deposits.queries.ts'
import { postUnbanked } from './postings.ts'
import type { BankDepositId } from './tenders.queries.ts'

/**
 * A deposit was not made, or not like this: all of it lies in undeposited funds again (1020 / 1010), to be banked anew.
 * What was taken back of it by mistake has left the books already. Once a cheque of it bounced the bank has had it, so
 * that it was made.
 */
export async function undoBankDeposit(
  tx: Tx,
  actor: Actor,
  now: Date,
  { id, reason }: { id: BankDepositId; reason: string },
): Promise<BankDeposit> {
  const deposit = await tx.maybe(sql<BankDeposit>`
    select ${BANK_DEPOSIT} from payments.bank_deposits where company_id = ${tx.companyId} and id = ${id} for update`)
  if (deposit === undefined) throw new NotFound('bank deposit')
  if (deposit.undoneAt !== null)
    throw new BankDepositNotUndoable('This deposit was undone before. Nothing was changed.')
  const ids = (await paymentsOfDeposits(tx, [deposit])).map((payment) => payment.id)
  const payments = await lockPayments(tx, ids)
  const bounced = payments.find(({ tender }) => tender?.takenBack === 'bounced')
  if (bounced !== undefined)
    throw new BankDepositNotUndoable(
      'A cheque of this deposit bounced, so your bank has had it. Nothing was changed; take back what was banked by mistake.',
      { details: { payment: toWireId('pay', bounced.id) } },
    )
  const [undone] = await Promise.all([
    tx.one(sql<BankDeposit>`
      update payments.bank_deposits set undone_at = ${now}, undo_reason = ${reason}, undone_payments = ${ids}
      where company_id = ${tx.companyId} and id = ${id} and undone_at is null returning ${BANK_DEPOSIT}`),
    tx.change(
      sql`
      update payments.tenders set bank_deposit_id = null
      where company_id = ${tx.companyId} and bank_deposit_id = ${id}`,
      ids.length,
    ),
  ])
  for (const payment of payments) if (payment.state === 'succeeded') postUnbanked(tx, now, payment)
  await emit(tx, actor, bankDepositUndone, id, undone)
  return undone
}
