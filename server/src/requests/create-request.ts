import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import {
  type AttachmentId,
  documentTypeOf,
  findInvoices,
  holdPayables,
  type Invoice,
  type InvoiceId,
  listLines,
  openPayable,
  type PayableDetail,
} from '../receivables/index.ts'
import { checkLinksAllowed } from './check-links-allowed.ts'
import { ItemsDoNotFit, NothingToAsk, TooManyInvoices } from './errors.ts'
import { requestCreated } from './events.ts'
import type { LinkTerms } from './link-terms.ts'
import { type PartOf, partOf } from './part-of.ts'
import {
  findRequest,
  type PaymentRequest,
  type RequestItem,
  type RequestSnapshot,
  type SnapshotDocument,
} from './requests.queries.ts'
import { restand } from './standings.queries.ts'
import { listForSnapshot, requireDocument, writeAttachments } from './write-attachments.ts'

/** So many a payment page, a mail's table and one payment are fit for. */
export const MOST_INVOICES = 500
/** A request for more has them as a list, in the mail as on its page: lines of hundreds would tell nobody anything. */
export const MOST_WITH_LINES = 20
const LINES_SHOWN = 20
const LONGEST_REFERENCE = 500

export interface InvoiceRequest {
  invoiceIds: readonly InvoiceId[]
  message: string | null
  terms: LinkTerms
  attachmentIds: readonly AttachmentId[]
  /** It is paid by what is saved, and gets no link: whether links are allowed is another question. */
  isCharged?: boolean
}

/** Asks for what is open of one or many invoices of one customer: one request, one link for the sum. */
export async function createInvoiceRequest(
  tx: Tx,
  actor: Actor,
  order: InvoiceRequest,
): Promise<PaymentRequest> {
  const ids = [...new Set(order.invoiceIds)]
  // Whoever changes what is open of them does not see this request yet, and so could not have its standing follow.
  await holdPayables(tx, ids)
  const invoices = await findInvoices(tx, ids)
  const [first] = invoices
  if (invoices.length !== ids.length || first === undefined) throw new NotFound('invoice')
  checkTogether(invoices)
  const total = sumAmounts(invoices.map(({ open }) => open))
  const { customerId, currency } = first
  if (!order.isCharged)
    await checkLinksAllowed(tx, { origin: 'invoice_request', customerId, open: total, currency })
  checkOwed(invoices)
  return writeRequest(tx, actor, {
    id: newId<'req'>(),
    kind: 'invoice',
    recipient: null,
    customerId,
    reference: referenceOf(invoices),
    message: order.message,
    terms: order.terms,
    currency,
    total,
    snapshot: {
      customerName: first.buyer.name,
      documents: await documentsOf(tx, invoices),
      ...(await listForSnapshot(tx, order.attachmentIds)),
    },
    items: invoices.map(({ id, open }) => ({ payableId: id, amount: open })),
  })
}

/** What a request that is its own document has besides what makes its amount. */
export interface OwnDocument {
  reference: string
  customerId: CustomerId | null
  /** a payer who is no customer yet is addressed by an e-mail. */
  recipient: string | null
  message: string | null
  terms: LinkTerms
  attachmentIds: readonly AttachmentId[]
}

export interface QuickRequest extends OwnDocument {
  /** May be left out where `partOf` says it by a percentage. */
  amount: bigint | null
  currency: Currency
  partOf: PartOf | null
}

/** Asks for an amount under a reference, both required: the request is its own document. */
export async function createQuickRequest(tx: Tx, actor: Actor, order: QuickRequest): Promise<PaymentRequest> {
  const { amount, part } = partOf(order.partOf, order.amount, order.currency)
  return writeOwnDocument(tx, actor, order, {
    kind: 'quick',
    currency: order.currency,
    total: amount,
    detail: part === null ? null : { title: null, breakdown: null, partOf: part },
  })
}

/** Writes a request that is its own document, with what is owed by it. */
export async function writeOwnDocument(
  tx: Tx,
  actor: Actor,
  order: OwnDocument,
  asked: {
    kind: 'quick' | 'detailed'
    currency: Currency
    total: bigint
    detail: PayableDetail | null
  },
): Promise<PaymentRequest> {
  const { currency, total, detail } = asked
  const { reference, customerId, recipient, message, terms } = order
  const customer = customerId === null ? null : await findCustomer(tx, customerId)
  if (customer === undefined) throw new NotFound('customer')
  await checkLinksAllowed(tx, { origin: `${asked.kind}_request`, customerId, open: total, currency })
  const attachments = await listForSnapshot(tx, order.attachmentIds)
  await requireDocument(tx, { kind: asked.kind, snapshot: attachments })
  const id = newId<'req'>()
  await openPayable(tx, { id, label: reference, customerId, currency, due: total, detail })
  return writeRequest(tx, actor, {
    id,
    kind: asked.kind,
    recipient,
    customerId,
    reference,
    message,
    terms,
    currency,
    total,
    snapshot: {
      customerName: customer?.name ?? null,
      documents: [],
      ...(detail === null ? {} : { detail }),
      ...attachments,
    },
    items: [{ payableId: id, amount: total }],
  })
}

export function checkTogether(invoices: readonly Pick<Invoice, 'customerId' | 'currency'>[]): void {
  const [first] = invoices
  checkCount(invoices.length)
  if (
    invoices.some(
      ({ customerId, currency }) => customerId !== first?.customerId || currency !== first?.currency,
    )
  ) {
    throw new ItemsDoNotFit(
      'One request asks one customer for one currency; send the others their own. Nothing was created.',
      { field: 'invoices' },
    )
  }
}

export function checkCount(count: number): void {
  if (count <= MOST_INVOICES) return
  throw new TooManyInvoices(
    `A request takes at most ${MOST_INVOICES} invoices, and these are ${count}. Nothing was created; ask for some of them, or send a statement.`,
    { field: 'invoices' },
  )
}

function checkOwed(invoices: readonly Invoice[]): void {
  const settled = invoices.find(({ open }) => open === 0n)
  if (settled !== undefined) {
    throw new NothingToAsk(`Nothing is owed on ${settled.number}, so it gets no link. Nothing was created.`, {
      field: 'invoices',
    })
  }
}

/** The numbers of the invoices, as many as there is room for. */
function referenceOf(invoices: readonly Invoice[]): string {
  const all = invoices.map(({ number }) => number).join(', ')
  if (all.length <= LONGEST_REFERENCE) return all
  const cut = all.slice(0, LONGEST_REFERENCE - 3)
  return `${cut.slice(0, cut.lastIndexOf(', '))}, …`
}

/** Invoices as a page shows them together, as they stand now. */
async function documentsOf(tx: Tx, invoices: readonly Invoice[]): Promise<SnapshotDocument[]> {
  return invoices.length > MOST_WITH_LINES
    ? invoices.map((invoice) => documentWith(invoice, []))
    : Promise.all(invoices.map((invoice) => documentOf(tx, invoice)))
}

/** An invoice as a page shows it, as it stands now. */
export async function documentOf(tx: Tx, invoice: Invoice): Promise<SnapshotDocument> {
  return documentWith(invoice, await listLines(tx, invoice.id))
}

export function documentWith(
  invoice: Invoice,
  lines: Awaited<ReturnType<typeof listLines>>,
): SnapshotDocument {
  const type = documentTypeOf(invoice)
  return {
    id: invoice.id,
    number: invoice.number,
    ...(type === 'invoice' ? {} : { type }),
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    total: (invoice.total + invoice.rounding).toString(),
    open: invoice.open.toString(),
    shipping: invoice.shipping.toString(),
    tax: invoice.tax.toString(),
    adjustments: (invoice.charges - invoice.allowances + invoice.rounding).toString(),
    lines: lines
      .slice(0, LINES_SHOWN)
      .map(({ description, quantity, amount }) => ({ description, quantity, amount: amount.toString() })),
    moreLines: Math.max(0, lines.length - LINES_SHOWN),
  }
}

interface NewRequest {
  id: PaymentRequest['id']
  kind: PaymentRequest['kind']
  recipient: string | null
  customerId: CustomerId | null
  reference: string
  message: string | null
  terms: LinkTerms
  currency: string
  total: bigint
  snapshot: RequestSnapshot
  items: readonly RequestItem[]
}

/** Writes a request with its items. */
export async function writeRequest(tx: Tx, actor: Actor, request: NewRequest): Promise<PaymentRequest> {
  const { id, items, terms } = request
  await Promise.all([
    tx.change(sql`
      insert into requests.requests (company_id, id, kind, recipient, customer_id, reference, message, currency, total, snapshot, state,
        expiry_mode, expiry_hours, renewal, methods)
      values (${tx.companyId}, ${id}, ${request.kind}, ${request.recipient}, ${request.customerId}, ${request.reference},
        ${request.message}, ${request.currency}, ${request.total}, ${JSON.stringify(request.snapshot)}, 'draft',
        ${terms.expiryMode}, ${terms.expiryHours}, ${terms.renewal}, ${terms.methods})`),
    tx.change(
      sql`
      insert into requests.items (company_id, id, request_id, payable_id, amount)
      select ${tx.companyId}, i.id, ${id}, i.payable_id, i.amount
      from unnest(${items.map(() => newId())}::uuid[], ${items.map(({ payableId }) => payableId)}::uuid[],
        ${items.map(({ amount }) => amount)}::bigint[]) i(id, payable_id, amount)`,
      items.length,
    ),
    writeAttachments(tx, id, request.snapshot.attachments ?? []),
    emit(tx, actor, requestCreated, id, {
      kind: request.kind,
      total: request.total,
      currency: request.currency,
    }),
  ])
  restand(tx, { requests: [id] })
  const created = await findRequest(tx, id)
  if (created === undefined) throw new NotFound('payment request')
  return created
}
