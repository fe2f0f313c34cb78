import type { CustomerId } from '../customers/index.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { PaymentMethodId } from './payment-methods.queries.ts'

/** What somebody agreed to when they let the company keep what they pay by, and how. */
export interface MethodConsent {
  customerId: CustomerId
  /** Of the text; a text that changes gets another. */
  version: string
  locale: string
  text: string
  name: string | null
  email: string | null
  /** As the connection had it: this is evidence. */
  address: string
  userAgent: string
  acceptedAt: Date
}

export interface ConsentSubject {
  type: 'payment' | 'method_setup'
  id: string
}

/** Keeps it before the processor is asked to save anything. */
export async function keepConsent(tx: Tx, subject: ConsentSubject, consent: MethodConsent): Promise<void> {
  await tx.change(sql`
    insert into payments.method_consents (company_id, id, customer_id, subject_type, subject_id, version, locale, text, name, email,
      address, user_agent, accepted_at)
    values (${tx.companyId}, ${newId()}, ${consent.customerId}, ${subject.type}, ${subject.id}, ${consent.version},
      ${consent.locale}, ${consent.text}, ${consent.name}, ${consent.email}, ${consent.address}, ${consent.userAgent},
      ${consent.acceptedAt})`)
}

/** Whose method may be kept by what was agreed to with a payment or a form. */
export async function consentGiven(db: Db, subjectId: string): Promise<CustomerId | undefined> {
  const row = await db.maybe(sql<{ customerId: CustomerId }>`
    select customer_id "customerId" from payments.method_consents
    where company_id = ${db.companyId} and subject_id = ${subjectId}`)
  return row?.customerId
}

export async function methodSavedWith(db: Db, subjectId: string): Promise<PaymentMethodId | undefined> {
  const row = await db.maybe(sql<{ id: PaymentMethodId | null }>`
    select payment_method_id id from payments.method_consents
    where company_id = ${db.companyId} and subject_id = ${subjectId}`)
  return row?.id ?? undefined
}

/** Names what was saved by it, which is named once. */
export async function linkConsent(tx: Tx, subjectId: string, methodId: PaymentMethodId): Promise<void> {
  await tx.change(sql`
    update payments.method_consents set payment_method_id = ${methodId}
    where company_id = ${tx.companyId} and subject_id = ${subjectId}`)
}

/** What of the consent is told of a saved method: to what, when and by whom it was agreed. */
export function consentOf(
  db: Db,
  methodIds: readonly PaymentMethodId[],
): Promise<
  (Pick<MethodConsent, 'text' | 'name' | 'email' | 'acceptedAt'> & { methodId: PaymentMethodId })[]
> {
  return db.many(sql<
    Pick<MethodConsent, 'text' | 'name' | 'email' | 'acceptedAt'> & { methodId: PaymentMethodId }
  >`
    select payment_method_id "methodId", text, name, email, accepted_at "acceptedAt" from payments.method_consents
    where company_id = ${db.companyId} and payment_method_id = any(${methodIds})`)
}
