import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type {
  AttachmentId,
  DocumentType,
  InvoiceId,
  PayableDetail,
  PayableId,
  StatementId,
} from '../receivables/index.ts'
import type { LinkState } from './link.state.ts'
import type { LinkTerms } from './link-terms.ts'
import type { RequestState } from './request.state.ts'

export type RequestId = Id<'req'>
export type LinkId = Id<'lnk'>

/** What is owed and for what, as it stood when it was asked for. Amounts are text of minor units. */
export interface RequestSnapshot {
  customerName: string | null
  documents: SnapshotDocument[]
  /** The statement whose pending balance is asked for. */
  statement?: { id: StatementId; asOf: string; pending: string; inFlight: string; unapplied: string }
  /** What a request that is its own document is for; absent where it has nothing more to say than its reference. */
  detail?: PayableDetail
  /** Documents that the company added, for the payer to download; absent where there are none. */
  attachments?: SnapshotAttachment[]
}

export interface SnapshotAttachment {
  id: AttachmentId
  fileName: string
  contentType: string
  sizeBytes: number
}

export interface SnapshotDocument {
  id: string
  number: string
  /** Absent where it is a plain invoice. */
  type?: DocumentType
  /** Absent where it was asked for before requests said it. */
  issuedOn?: string
  dueOn: string | null
  total: string
  /** What was open of it when it was asked for. */
  open: string
  shipping: string
  tax: string
  adjustments: string
  lines: { description: string; quantity: string | null; amount: string }[]
  moreLines: number
}

export type RequestKind = 'invoice' | 'quick' | 'detailed' | 'statement'

/** Whether it asks for what is open of invoices; else it is its own document. */
export function isOfInvoices(kind: RequestKind): kind is 'invoice' | 'statement' {
  return kind === 'invoice' || kind === 'statement'
}

/** A payment request with what is open of it by now. Minor units. */
export interface PaymentRequest {
  id: RequestId
  kind: RequestKind
  /** Where it goes unless sending says otherwise; null: to the customer's address. */
  recipient: string | null
  customerId: CustomerId | null
  reference: string
  message: string | null
  currency: string
  total: bigint
  snapshot: RequestSnapshot
  state: RequestState
  settledAt: Date | null
  /** When a newer statement took the place of the one that it asks for. */
  supersededAt: Date | null
  createdAt: Date
  sentAt: Date | null
  /** How often a person has reminded of it. */
  reminders: number
  lastRemindedAt: Date | null
  terms: LinkTerms
  open: bigint
  inFlight: bigint
  settled: bigint
  refunded: bigint
  voided: bigint
  /** Whether something that it asks for is written off by now. */
  isWrittenOff: boolean
}

export interface RequestItem {
  payableId: PayableId
  amount: bigint
}

export interface PaymentLink {
  id: LinkId
  requestId: RequestId
  channel: 'email' | 'copy'
  recipient: string | null
  state: LinkState
  expiresAfterHours: number | null
  expiresFrom: 'open' | 'issue'
  issuedAt: Date
  openedAt: Date | null
  expiresAt: Date | null
  /** When its holder asked the company for a new one (K3). */
  askedAt: Date | null
}

const REQUEST =
  raw(`r.id, r.kind, r.recipient, r.customer_id "customerId", r.reference, r.message, r.currency, r.total, r.snapshot,
  r.state, r.settled_at "settledAt", r.superseded_at "supersededAt", r.created_at "createdAt", r.sent_at "sentAt", r.reminders, r.last_reminded_at "lastRemindedAt",
  json_build_object('expiryMode', r.expiry_mode, 'expiryHours', r.expiry_hours, 'renewal', r.renewal, 'methods', r.methods) terms, live.open, live."inFlight",
  live.settled, live.refunded, live.voided, live."isWrittenOff"`)
const LIVE = raw(`cross join lateral (
  select sum(p.open)::bigint open, sum(p.in_flight)::bigint "inFlight", sum(p.settled)::bigint settled,
    sum(p.refunded)::bigint refunded, sum(p.voided)::bigint voided, count(w.id) > 0 "isWrittenOff"
  from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
  left join receivables.write_offs_view w on p.voided > 0 and w.company_id = p.company_id and w.id = p.id
  where i.company_id = r.company_id and i.request_id = r.id) live`)
const LINK =
  raw(`id, request_id "requestId", channel, recipient, state, expires_after_hours "expiresAfterHours", expires_from "expiresFrom",
  issued_at "issuedAt", opened_at "openedAt", expires_at "expiresAt", asked_at "askedAt"`)

export function findRequest(db: Db, id: RequestId): Promise<PaymentRequest | undefined> {
  return db.maybe(sql<PaymentRequest>`
    select ${REQUEST} from requests.requests r ${LIVE} where r.company_id = ${db.companyId} and r.id = ${id}`)
}

/** Locks a request, so that submitting, sending and voiding it come one after the other. */
export function lockRequest(
  tx: Tx,
  id: RequestId,
): Promise<{ state: RequestState; kind: RequestKind } | undefined> {
  return tx.maybe(sql<{ state: RequestState; kind: RequestKind }>`
    select state, kind from requests.requests where company_id = ${tx.companyId} and id = ${id} for update`)
}

/** Requests by their ids, in no order. */
export function findRequests(db: Db, ids: readonly RequestId[]): Promise<PaymentRequest[]> {
  return db.many(sql<PaymentRequest>`
    select ${REQUEST} from requests.requests r ${LIVE} where r.company_id = ${db.companyId} and r.id = any(${ids})`)
}

export function listLinks(db: Db, requestIds: readonly RequestId[]): Promise<PaymentLink[]> {
  return db.many(sql<PaymentLink>`
    select ${LINK} from requests.links
    where company_id = ${db.companyId} and request_id = any(${requestIds}) order by id`)
}

export function findLink(db: Db, id: LinkId): Promise<PaymentLink | undefined> {
  return db.maybe(sql<PaymentLink>`
    select ${LINK} from requests.links where company_id = ${db.companyId} and id = ${id}`)
}

export function findLinkByHash(db: Db, hash: Buffer): Promise<PaymentLink | undefined> {
  return db.maybe(sql<PaymentLink>`
    select ${LINK} from requests.links where company_id = ${db.companyId} and token_hash = ${hash}`)
}

export function lockLinkByHash(tx: Tx, hash: Buffer): Promise<PaymentLink | undefined> {
  return tx.maybe(sql<PaymentLink>`
    select ${LINK} from requests.links where company_id = ${tx.companyId} and token_hash = ${hash} for update`)
}

export const LINK_COLUMNS = LINK

/** The newest request that asks for this invoice alone and may still be sent. */
export function findRequestOfInvoice(db: Db, id: InvoiceId): Promise<{ id: RequestId } | undefined> {
  return db.maybe(sql<{ id: RequestId }>`
    select r.id from requests.requests r
    join requests.items i on i.company_id = r.company_id and i.request_id = r.id and i.payable_id = ${id}
    where r.company_id = ${db.companyId} and r.kind = 'invoice' and r.state <> 'voided' and r.settled_at is null
      and jsonb_array_length(r.snapshot->'documents') = 1
    order by r.id desc limit 1`)
}

/** The newest request that asks for a statement's pending balance and may still be sent. */
export function findRequestOfStatement(
  db: Db,
  { id, customerId }: { id: StatementId; customerId: CustomerId },
): Promise<{ id: RequestId } | undefined> {
  return db.maybe(sql<{ id: RequestId }>`
    select id from requests.requests
    where company_id = ${db.companyId} and customer_id = ${customerId} and kind = 'statement' and state <> 'voided'
      and settled_at is null and snapshot -> 'statement' ->> 'id' = ${id}
    order by id desc limit 1`)
}

/** The requests that ask for what statements said was pending, and may still be paid. */
export async function listRequestIdsOfStatements(
  db: Db,
  { ids, customerId }: { ids: readonly StatementId[]; customerId: CustomerId },
): Promise<RequestId[]> {
  const rows = await db.many(sql<{ id: RequestId }>`
    select id from requests.requests
    where company_id = ${db.companyId} and customer_id = ${customerId} and kind = 'statement' and state <> 'voided'
      and settled_at is null and (snapshot -> 'statement' ->> 'id')::uuid = any(${ids})
    order by id`)
  return rows.map(({ id }) => id)
}

/** The requests that ask for an invoice, alone or among others. */
export async function listRequestIdsOfInvoice(db: Db, id: InvoiceId): Promise<RequestId[]> {
  const rows = await db.many(sql<{ id: RequestId }>`
    select request_id id from requests.items where company_id = ${db.companyId} and payable_id = ${id}`)
  return rows.map((row) => row.id)
}

/** Where a request was last sent by e-mail: the address for its receipt where the payer gives none. */
export async function findReceiptAddress(db: Db, requestId: string): Promise<string | undefined> {
  const row = await db.maybe(sql<{ recipient: string }>`
    select recipient from requests.links
    where company_id = ${db.companyId} and request_id = ${requestId} and channel = 'email' order by id desc limit 1`)
  return row?.recipient
}

/** What a request asks to be paid. */
export async function listPayableIds(db: Db, requestId: RequestId): Promise<PayableId[]> {
  const rows = await db.many(sql<{ id: PayableId }>`
    select payable_id id from requests.items
    where company_id = ${db.companyId} and request_id = ${requestId} order by payable_id`)
  return rows.map(({ id }) => id)
}
