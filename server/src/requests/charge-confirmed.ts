import type { CustomerId } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { type Database, sqlState, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { externalCall } from '../lib/external-call.ts'
import { chargePayment, type Payment, type Processor, recordOutcome } from '../payments/index.ts'
import { keeperOf } from './keeper-of.ts'

export interface PayServices {
  database: Database
  clock: BusinessClock
  processor: Processor
}

export interface Submitted {
  payment: Payment
  /** Only while the payer's action is wanted; kept nowhere. */
  clientSecret: string | null
}

/** An attempt that is recorded, with what it holds, by what a page collected. */
export interface PreparedCharge {
  payment: Payment
  actor: Actor
  /** At the processor. */
  account: string | null
  reference: string
  mandate: Parameters<typeof chargePayment>[2]['mandate']
  /** For whom what pays is kept; null where nothing is. */
  saveFor: CustomerId | null
  /** The processor is told that its owner gave the card by phone. */
  isByPhone?: boolean
}

const SAME_SUBMIT = 'payments_company_id_purpose_id_submit_key_key'

/**
 * Charges what a page of ours collected, by the three steps of an external call. The debts are reserved under their
 * locks and committed before the processor is called with the attempt's id as its key; whatever happens in between, a
 * job finds out. A second submit of the same page, which `prepare` finds by its unique key, gets the first one's result.
 */
export async function chargeConfirmed(
  services: PayServices,
  company: Company,
  {
    returnUrl,
    prepare,
    first,
  }: {
    returnUrl: string
    prepare: (tx: Tx) => Promise<PreparedCharge>
    first: () => Promise<Payment>
  },
): Promise<Submitted> {
  const { database, clock, processor } = services
  let clientSecret: string | null = null
  try {
    const payment = await externalCall(database, company.id, {
      prepare,
      call: async (prepared) => {
        const answer = await chargePayment(processor, prepared.payment, {
          account: prepared.account,
          returnUrl,
          description: prepared.reference.slice(0, 200),
          statementSuffix: null,
          mandate: prepared.mandate,
          saveTo: await keeperOf(services, company, prepared),
          isByPhone: prepared.isByPhone ?? false,
        })
        clientSecret = answer.clientSecret
        return answer
      },
      record: (tx, prepared, outcome) =>
        recordOutcome(
          tx,
          prepared.actor,
          clock.now(),
          prepared.payment.id,
          outcome.known ? outcome.answer : 'unknown',
        ),
    })
    return { payment, clientSecret: payment.state === 'requires_action' ? clientSecret : null }
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === SAME_SUBMIT) {
      return { payment: await first(), clientSecret: null }
    }
    throw error
  }
}
