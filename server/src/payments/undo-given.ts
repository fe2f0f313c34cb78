import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { GivenBackNotUndoable } from './errors.ts'
import { lockPayment } from './payments.queries.ts'
import { findRefund, lockRefund, type Refund, type RefundId } from './refunds.queries.ts'
import { settleGiven } from './settle-given.ts'
import { takeToDrawer } from './tenders/give-from-drawer.ts'

/** Why a refund that somebody recorded is in the books no more. */
const RECORDED_IN_ERROR = 'recorded_in_error'

/** A refund that somebody recorded did not go out after all: a cheque that was never cashed, or a mistake. */
export async function undoGiven(tx: Tx, actor: Actor, now: Date, id: RefundId): Promise<Refund> {
  const seen = await findRefund(tx, id)
  if (seen === undefined) throw new NotFound('refund')
  await lockPayment(tx, seen.paymentId)
  const refund = await lockRefund(tx, id)
  if (refund === undefined) throw new NotFound('refund')
  if (refund.givenBy === 'processor' || refund.state !== 'succeeded') {
    throw new GivenBackNotUndoable(
      refund.givenBy === 'processor'
        ? 'The processor made this refund, and nobody can call it back. Nothing was changed.'
        : `This refund is ${refund.state} already. Nothing was changed.`,
      { details: { state: refund.state, given_by: refund.givenBy } },
    )
  }
  await takeToDrawer(tx, refund)
  return settleGiven(tx, actor, now, refund, RECORDED_IN_ERROR)
}
