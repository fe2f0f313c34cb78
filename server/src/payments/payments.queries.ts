import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import { type CompanyId, firstIdOf, type Id } from '../lib/ids.ts'
import type { PaidBy } from '../lib/methods.ts'
import { MOST_FOUND, type Needle } from '../lib/search.ts'
import type { PaymentState } from './payment.state.ts'
import type { PaymentMethodId } from './payment-methods.queries.ts'
import type { Tender } from './tenders/tenders.queries.ts'
import type { Wire } from './wires.queries.ts'

export type PaymentId = Id<'pay'>

/** Why an attempt failed that the processor never had: no bank was asked. */
export const NEVER_SENT = 'never_sent'

/** Of a try to save whose person did not answer their bank in time. */
export const GIVEN_UP = 'given_up'

/** What the payer tells of small deposits: two amounts, or the code in the line of one. */
export type VerifyBy = 'amounts' | 'descriptor_code'

/** One attempt. */
export interface Payment {
  id: PaymentId
  companyId: CompanyId
  purposeType: string
  purposeId: string
  submitKey: string
  amount: bigint
  currency: string
  method: PaidBy
  state: PaymentState
  /** What a page collected; null where what was saved before is charged. */
  confirmationToken: string | null
  savedMethodId: PaymentMethodId | null
  processorReference: string | null
  chargeReference: string | null
  /** Whether a browser was given the means to confirm it: then it is failed only once it is canceled. */
  secretShared: boolean
  declineCode: string | null
  payerName: string | null
  payerEmail: string | null
  locale: string
  /** Where it came from: an IPv4 address, or an IPv6 network of 64 bits. */
  payerAddress: string | null
  cardBrand: string | null
  cardLast4: string | null
  wallet: string | null
  bankName: string | null
  bankLast4: string | null
  /** Between which days it is expected to clear, `2026-11-30`. */
  clearsFrom: string | null
  clearsTo: string | null
  /** Small deposits that the payer must tell of before the bank is asked: what of, from when, how often told wrong. */
  verifyBy: VerifyBy | null
  verifyFrom: Date | null
  verifyWrong: number
  refunding: bigint
  refunded: bigint
  fee: bigint | null
  feeCurrency: string | null
  createdAt: Date
  settledAt: Date | null
  /** What disputes took of it for good. */
  chargedBack: bigint
  /** A dispute of it is open, and took its money. */
  disputed: boolean
  /** When it was seen to have cleared, where that was not with the charge itself. */
  clearedAt: Date | null
  /** When the bank took it back. */
  returnedAt: Date | null
  /** Of a wire: what a bank says of it. */
  wire: Wire | null
  /** Of cash or a cheque: what is known of it, and whether it is banked. */
  tender: Tender | null
  /** Of cash: what was given back of it out of the drawer, before it was banked. */
  fromDrawer: bigint
}

export const PAYMENT = raw(`id, company_id "companyId", purpose_type "purposeType", purpose_id "purposeId",
  submit_key "submitKey", amount, currency, method, state, confirmation_token "confirmationToken",
  processor_reference "processorReference", charge_reference "chargeReference", secret_shared "secretShared",
  decline_code "declineCode", payer_name "payerName", payer_email "payerEmail", locale,
  payer_address "payerAddress", card_brand "cardBrand", card_last4 "cardLast4", wallet, bank_name "bankName", bank_last4 "bankLast4",
  clears_from::text "clearsFrom", clears_to::text "clearsTo", verify_by "verifyBy", verify_from "verifyFrom",
  verify_wrong "verifyWrong", refunding, refunded, fee, fee_currency "feeCurrency", created_at "createdAt",
  settled_at "settledAt", cleared_at "clearedAt", returned_at "returnedAt", charged_back "chargedBack", disputed, saved_method_id "savedMethodId"`)

/** What is known of a wire, or of cash or a cheque. Other payments are not looked for. */
const TOLD = raw(`case when method = 'wire' then (
    select json_build_object('reference', w.reference, 'sender', w.sender, 'receivedOn', w.received_on,
      'takenBack', w.taken_back, 'note', w.note)
    from payments.wires w where w.company_id = payments.company_id and w.id = payments.id) end wire,
  case when method in ('cash', 'cheque') then (
    select json_build_object('reference', t.reference, 'payer', t.payer, 'receivedOn', t.received_on,
      'depositId', t.bank_deposit_id, 'depositedOn', d.deposited_on, 'takenBack', t.taken_back, 'note', t.note)
    from payments.tenders t
    left join payments.bank_deposits d on d.company_id = t.company_id and d.id = t.bank_deposit_id
    where t.company_id = payments.company_id and t.id = payments.id) end tender,
  coalesce(case when method = 'cash' then (
    select t.given from payments.tenders t
    where t.company_id = payments.company_id and t.id = payments.id) end, 0) "fromDrawer"`)

export function findPayment(db: Db, id: PaymentId): Promise<Payment | undefined> {
  return db.maybe(sql<Payment>`
    select ${PAYMENT}, ${TOLD} from payments.payments where company_id = ${db.companyId} and id = ${id}`)
}

export function lockPayment(tx: Tx, id: PaymentId): Promise<Payment | undefined> {
  return tx.maybe(sql<Payment>`
    select ${PAYMENT}, ${TOLD} from payments.payments where company_id = ${tx.companyId} and id = ${id} for update`)
}

/**
 * In id order, always: so that two who lock some of the same cannot deadlock. They are read once they are locked, as what
 * stands beside a payment is else of before whoever had it last was done.
 */
export async function lockPayments(tx: Tx, ids: readonly PaymentId[]): Promise<Payment[]> {
  await tx.many(sql`
    select id from payments.payments where company_id = ${tx.companyId} and id = any(${ids}) order by id for update`)
  return findPayments(tx, ids)
}

export function findPaymentByReference(db: Db, processorReference: string): Promise<Payment | undefined> {
  return db.maybe(sql<Payment>`
    select ${PAYMENT}, ${TOLD} from payments.payments
    where company_id = ${db.companyId} and processor_reference = ${processorReference}`)
}

export function findPaymentBySubmitKey(
  db: Db,
  purposeId: string,
  submitKey: string,
): Promise<Payment | undefined> {
  return db.maybe(sql<Payment>`
    select ${PAYMENT}, ${TOLD} from payments.payments
    where company_id = ${db.companyId} and purpose_id = ${purposeId} and submit_key = ${submitKey}`)
}

export function findPayments(db: Db, ids: readonly PaymentId[]): Promise<Payment[]> {
  return db.many(sql<Payment>`
    select ${PAYMENT}, ${TOLD} from payments.payments where company_id = ${db.companyId} and id = any(${ids})`)
}

/** The payments that a search finds by their payer or amount, or null where they are too many to be named. */
export async function searchPayments(db: Db, needle: Needle): Promise<PaymentId[] | null> {
  const { found } = await db.one(sql<{ found: PaymentId[] | null }>`
    select payments.search(${db.companyId}, ${needle.pattern}, ${needle.amounts}, ${needle.priced}, ${MOST_FOUND}) found`)
  return found
}

/**
 * What was declined among the attempts to pay, and to save a card, that started since (system time), and for how many
 * purposes and from where.
 */
export function tallyDeclines(
  db: Db,
  since: Date,
): Promise<{ declines: number; purposes: number; addresses: number }> {
  return db.one(sql<{ declines: number; purposes: number; addresses: number }>`
    select count(*)::int declines, count(distinct purpose_id)::int purposes,
      count(distinct payer_address)::int addresses
    from (
      select purpose_id, payer_address, decline_code from payments.payments
      where company_id = ${db.companyId} and state = 'failed' and id >= ${firstIdOf(since)}
      union all
      select purpose_id, payer_address, decline_code from payments.method_setups
      where company_id = ${db.companyId} and state = 'failed' and type = 'card' and id >= ${firstIdOf(since)}
        and decline_code is distinct from ${GIVEN_UP}
    ) declined
    where decline_code is distinct from ${NEVER_SENT}`)
}
