import { ACCOUNT, post } from '../ledger/index.ts'
import { processor as processorActor } from '../lib/actor.ts'
import type { Db, Tx } from '../lib/db/index.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import { enqueue } from '../lib/outbox.ts'
import { type CashAccount, findCashAccountOfWire } from './cash-accounts.queries.ts'
import { chargeLimits } from './charge-limits.ts'
import { askDraw, type Draw, findDraws, keepDrawn } from './draws.queries.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { isBookedByHand } from './postings.ts'
import type { Processor, ProcessorPayment } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** The job that moves what of a wire has been applied into the company's balance. */
export const DRAW_CASH = 'draw_cash'

interface Prepared {
  draw: Draw
  /** It was asked for before, and what came of that is not known. */
  isAgain: boolean
  payment: Payment
  account: CashAccount
}

/**
 * Moves into the company's balance what of a wire is applied and not moved yet (M4: 1050 / 1060). What nobody has applied
 * stays the customer's cash at the processor. `appliedOf` says how much is. One that was asked for before, and whose
 * answer was lost, is looked for first, as the processor knows its key for a day only; else it is asked for again.
 */
export async function drawCash(
  services: PaymentServices,
  companyId: CompanyId,
  paymentId: PaymentId,
  appliedOf: (db: Db, payment: Payment) => Promise<bigint>,
): Promise<void> {
  const { database, clock, processor } = services
  await externalCall<Prepared | undefined, ProcessorPayment | undefined, void>(database, companyId, {
    prepare: (tx) => prepare(tx, clock.now(), paymentId, appliedOf),
    call: (prepared) => callOf(processor, prepared),
    record: async (tx, prepared, outcome) => {
      // The job is tried again.
      if (!outcome.known) throw outcome.error
      if (prepared && outcome.answer) await record(tx, clock.now(), prepared, outcome.answer)
    },
  })
}

async function callOf(
  processor: Processor,
  prepared: Prepared | undefined,
): Promise<ProcessorPayment | undefined> {
  if (prepared === undefined) return undefined
  const { account, draw, payment } = prepared
  const request = {
    account: account.processorAccount || null,
    key: `draw:${draw.id}`,
    customer: account.processorCustomer,
    drawId: draw.id,
    amount: draw.amount,
    currency: payment.currency,
  }
  const found = prepared.isAgain ? await processor.findDraw(request, draw.createdAt) : undefined
  return found ?? processor.drawCash(request)
}

async function prepare(
  tx: Tx,
  now: Date,
  paymentId: PaymentId,
  appliedOf: (db: Db, payment: Payment) => Promise<bigint>,
): Promise<Prepared | undefined> {
  const payment = await lockPayment(tx, paymentId)
  if (payment?.method !== 'wire' || isBookedByHand(payment)) return undefined
  const account = await findCashAccountOfWire(tx, payment.id)
  if (account === undefined) throw new InvariantBroken('A wire came to no account of a customer.')
  const draws = await findDraws(tx, payment.id)
  const asked = draws.find(({ state }) => state === 'asked')
  if (asked !== undefined) return { draw: asked, isAgain: true, payment, account }
  const left = (await appliedOf(tx, payment)) - sumAmounts(draws.map((draw) => draw.amount))
  const amount = atOnce(left, payment.currency)
  return amount > 0n
    ? { draw: await askDraw(tx, now, payment.id, amount), isAgain: false, payment, account }
    : undefined
}

/**
 * What of an amount the processor moves in one go: a draw is a charge to it. Cents below its least stay the customer's
 * cash until more is applied, and what is above its most goes in parts of which none is too small.
 */
function atOnce(amount: bigint, currency: string): bigint {
  const { least, most } = chargeLimits(currency)
  if (amount < least) return 0n
  return amount > most ? most - least : amount
}

async function record(
  tx: Tx,
  now: Date,
  { draw, payment }: Prepared,
  answer: ProcessorPayment,
): Promise<void> {
  if (answer.status !== 'succeeded' || answer.reference === null || answer.amount !== draw.amount)
    throw new InvariantBroken('The processor has less of a wire than it told of.')
  if (!(await keepDrawn(tx, now, draw.id, answer.reference))) return
  // What was applied meanwhile, and what is too much for one.
  enqueue(tx, DRAW_CASH, { payment_id: payment.id })
  post(tx, {
    kind: 'cash_drawn',
    at: now,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [{ debit: ACCOUNT.processorBalance, credit: ACCOUNT.customerCash, amount: draw.amount }],
  })
  const { balance } = answer
  if (balance === null) throw new InvariantBroken('The processor moved cash and tells no movement.')
  await recordBalanceTransaction(tx, processorActor, now, {
    kind: 'charge',
    payment,
    refundId: null,
    balance,
  })
}
