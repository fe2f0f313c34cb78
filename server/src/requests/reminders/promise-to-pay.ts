import { companyDay } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { next, TransitionRefused } from '../../lib/state.ts'
import { findInvoices, type InvoiceId } from '../../receivables/index.ts'
import { invoicePromised, invoicePromiseWithdrawn } from '../events.ts'
import { dayAfter } from './local-time.ts'
import { planReminders } from './plan-reminders.ts'
import { promiseStates } from './promise.state.ts'
import { type PaymentPromise, PROMISE, type PromiseId } from './promises.queries.ts'

/** Further ahead nobody promises: it is a slip of the hand. */
const MOST_DAYS = 366

/** Notes by when a customer said that they would pay; what they said before is replaced. Reminders wait for it. */
export async function promiseToPay(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: { invoiceId: InvoiceId; promisedOn: string; note: string | null },
): Promise<PaymentPromise> {
  const { invoiceId, promisedOn, note } = order
  await lockPromises(tx, invoiceId)
  const [invoice] = await findInvoices(tx, [invoiceId])
  if (invoice === undefined) throw new NotFound('invoice')
  if (invoice.open === 0n)
    throw new TransitionRefused('Nothing is owed on this invoice (any more). No promise was noted.')
  const today = await companyDay(tx, now)
  if (promisedOn < today || promisedOn > dayAfter(today, MOST_DAYS)) {
    throw new InvalidRequest('A promise is for today or a day within a year. Nothing was changed.', {
      field: 'promised_on',
    })
  }
  await tx.change(
    sql`
    update requests.promises set state = 'replaced', ended_at = ${now}
    where company_id = ${tx.companyId} and invoice_id = ${invoiceId} and state = 'open'`,
    undefined,
  )
  const promise = await tx.one(sql<PaymentPromise>`
    insert into requests.promises (company_id, id, invoice_id, promised_on, note, state, made_at)
    values (${tx.companyId}, ${newId()}, ${invoiceId}, ${promisedOn}, ${note}, 'open', ${now}) returning ${PROMISE}`)
  await emit(tx, actor, invoicePromised, invoiceId, {
    promise_id: promise.id,
    promised_on: promisedOn,
    note,
  })
  await planReminders(tx, now, [invoiceId])
  return promise
}

/** Takes a promise back: reminders go on as if it had never been made. */
export async function withdrawPromise(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: PromiseId,
): Promise<PaymentPromise> {
  const promise = await tx.maybe(sql<PaymentPromise>`
    select ${PROMISE} from requests.promises where company_id = ${tx.companyId} and id = ${id} for update`)
  if (promise === undefined) throw new NotFound('promise')
  const state = next('promise', promiseStates, promise.state, 'withdraw')
  await lockPromises(tx, promise.invoiceId)
  const withdrawn = await tx.one(sql<PaymentPromise>`
    update requests.promises set state = ${state}, ended_at = ${now}
    where company_id = ${tx.companyId} and id = ${id} and state = 'open' returning ${PROMISE}`)
  const { invoiceId, promisedOn } = promise
  await emit(tx, actor, invoicePromiseWithdrawn, invoiceId, { promise_id: id, promised_on: promisedOn })
  await planReminders(tx, now, [invoiceId])
  return withdrawn
}

async function lockPromises(tx: Tx, invoiceId: InvoiceId): Promise<void> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`promise ${invoiceId}`}))`)
}
