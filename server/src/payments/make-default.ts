import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { notChargeable } from './hold-chargeable.ts'
import { methodMadeDefault } from './method-events.ts'
import { mustLock, type PaymentMethod, type PaymentMethodId, saveMethod } from './payment-methods.queries.ts'

/** What is charged unless another is named. There is one of a customer. */
export async function makeDefault(tx: Tx, actor: Actor, id: PaymentMethodId): Promise<PaymentMethod> {
  const method = await mustLock(tx, id)
  if (method.isDefault) return method
  if (method.state !== 'active') throw notChargeable(method)
  await tx.many(sql`
    update payments.payment_methods set is_default = false
    where company_id = ${tx.companyId} and customer_id = ${method.customerId} and is_default`)
  const after = { ...method, isDefault: true }
  await saveMethod(tx, method, after)
  await emit(tx, actor, methodMadeDefault, id, after)
  return after
}

/** Without a default the newest that may be charged is it. */
export async function chooseDefault(tx: Tx, actor: Actor, customerId: CustomerId): Promise<void> {
  const heir = await tx.maybe(sql<{ id: PaymentMethodId }>`
    select id from payments.payment_methods
    where company_id = ${tx.companyId} and customer_id = ${customerId} and state = 'active' order by id desc limit 1`)
  if (heir !== undefined) await makeDefault(tx, actor, heir.id)
}
