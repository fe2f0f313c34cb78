import type { Actor } from '../lib/actor.ts'
import { sql } from '../lib/db/index.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { findPayment, lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import type { ToldDeposits } from './processor.ts'
import { recordOutcome } from './record-outcome.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** How often the processor lets small deposits be told wrong, by how they are told. */
export const VERIFY_TRIES = { amounts: 3, descriptor_code: 10 } as const

/**
 * The payer tells what came on their account. What is right sends the debit to the bank; what is wrong is counted,
 * and too often is the attempt's end. An attempt that waits for nothing of the kind stays as it is.
 */
export async function verifyDeposits(
  services: PaymentServices,
  actor: Actor,
  companyId: CompanyId,
  id: PaymentId,
  told: ToldDeposits,
): Promise<{ payment: Payment; isWrong: boolean } | undefined> {
  const { database, clock, processor } = services
  return externalCall(database, companyId, {
    prepare: async (tx) => ({
      payment: await findPayment(tx, id),
      account: (await findMerchantAccount(tx))?.processorAccount ?? null,
    }),
    call: async ({ payment, account }) =>
      payment?.state !== 'requires_action' || payment.verifyBy === null || !payment.processorReference
        ? undefined
        : processor.verifyDeposits(account, payment.processorReference, told),
    record: async (tx, { payment }, outcome) => {
      if (payment === undefined) return undefined
      if (!outcome.known) return { payment, isWrong: false }
      if (outcome.answer === undefined) return { payment, isWrong: false }
      const { isWrong, payment: answer } = outcome.answer
      if (isWrong) {
        await lockPayment(tx, id)
        await tx.change(sql`
          update payments.payments set verify_wrong = verify_wrong + 1 where company_id = ${tx.companyId} and id = ${id}`)
      }
      return { payment: await recordOutcome(tx, actor, clock.now(), id, answer), isWrong }
    },
  })
}
