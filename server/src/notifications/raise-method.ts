import { findCustomer } from '../customers/index.ts'
import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { findPaymentMethod, methodEvents, type PaymentMethodId } from '../payments/index.ts'
import { addPriority, resolveOf } from './priorities.queries.ts'

/** What is saved expires next month, or its bank does not let it be charged any more: somebody asks for another. */
export async function raiseMethod(database: Database, companyId: CompanyId, event: PastEvent): Promise<void> {
  await database.write(companyId, async (tx) => {
    const method = await findPaymentMethod(tx, event.subjectId as PaymentMethodId)
    if (method === undefined || method.state === 'removed') return
    const customer = await findCustomer(tx, method.customerId)
    await addPriority(tx, {
      kind: event.type,
      subject: { type: 'payment_method', id: method.id },
      requestId: null,
      detail: {
        customer: toWireId('cus', method.customerId),
        customer_name: customer?.name ?? null,
        last4: method.last4,
        ...(method.expMonth === null ? {} : { exp_month: method.expMonth, exp_year: method.expYear }),
        ...(method.reason === null ? {} : { decline_code: method.reason }),
      },
    })
  })
}

const RAISED = [methodEvents.methodExpiring.type, methodEvents.methodInvalidated.type]

/** It was removed or another came in its place: nobody needs to ask any more. */
export async function resolveMethod(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    for (const kind of RAISED) await resolveOf(tx, systemClock.now(), kind, event.subjectId)
  })
}
