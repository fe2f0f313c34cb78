import { setTimeout as wait } from 'node:timers/promises'
import type { Company } from '../identity/index.ts'
import type { Database, Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { findPayment, findPaymentBySubmitKey, type Payment } from '../payments/index.ts'
import type { RequestId } from './requests.queries.ts'

const PATIENCE_MS = 30_000

/** The result of the submit with this key that came first, waited for while the processor is being asked. */
export async function firstSubmit(
  database: Database,
  company: Company,
  submitKey: string,
  requestOf: (db: Db) => Promise<RequestId | undefined>,
): Promise<Payment> {
  const find = () =>
    database.read(company.id, async (db) => {
      const requestId = await requestOf(db)
      const payment =
        requestId === undefined ? undefined : await findPaymentBySubmitKey(db, requestId, submitKey)
      return payment === undefined ? undefined : findPayment(db, payment.id)
    })
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const payment = await find()
    if (payment === undefined) throw new NotFound('payment')
    if (payment.state !== 'created' || Date.now() > deadline) return payment
    await wait(150)
  }
}
