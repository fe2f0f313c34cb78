import { type Static, Type } from 'typebox'
import type { Db } from '../lib/db/index.ts'
import { toWireId } from '../lib/ids.ts'
import { currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { findMessages, type Message, type MessageId, saysNobodyThere } from '../messaging/index.ts'
import {
  type AccountMovement,
  type Dispute,
  type DisputeId,
  findAccountMovements,
  findDisputes,
  findPayments,
  findPayouts,
  findRefunds,
  type Payment,
  type PaymentId,
  type Payout,
  type PayoutId,
  type Refund,
  type RefundId,
} from '../payments/index.ts'
import {
  type CreditNoteId,
  type CreditNoteProposal,
  creditOfPayments,
  findInvoices,
  findProposals,
  type Invoice,
  type InvoiceId,
} from '../receivables/index.ts'
import { findRequests, type PaymentRequest, type RequestId } from '../requests/index.ts'
import type { Priority } from './priorities.queries.ts'

/** What a priority is called outside, by the kind that it is kept under. */
const KINDS = {
  'credit.received': 'unexpected_money',
  'credit_note.submitted': 'credit_note_pending',
  'credit_note.rejected': 'credit_note_rejected',
  'payment_link.wanted': 'link_wanted',
  'payment_request.expired': 'request_expired',
  'payment.failed': 'payment_failed',
  'payment.returned': 'payment_returned',
  'dispute.opened': 'dispute_opened',
  'refund.failed': 'refund_failed',
  'payout.failed': 'payout_failed',
  'balance_movement.adjusted': 'balance_adjusted',
  'invoice.recovery_raised': 'recovery_raised',
  'invoice.not_sent': 'invoice_not_sent',
  'message.failed': 'message_failed',
  'thank_you.blocked': 'thank_you_blocked',
  'decline_surge.started': 'decline_surge',
  'payment_method.expiring': 'method_expiring',
  'payment_method.invalidated': 'method_invalid',
} as const
const WIRE_KINDS = [...Object.values(KINDS), 'message_bounced', 'cheque_bounced'] as const

export const PriorityWire = Type.Object(
  {
    object: Type.Literal('priority'),
    id: wireId('pri'),
    kind: Type.Enum(WIRE_KINDS),
    at: timestamp,
    resolved_at: nullable(timestamp),
    payment_request: nullable(wireId('req')),
    payment: nullable(wireId('pay')),
    refund: nullable(wireId('ref')),
    dispute: nullable(wireId('dsp')),
    due_by: nullable(Type.String({ description: 'Until when a dispute is to be answered. ISO 8601, UTC.' })),
    payout: nullable(wireId('pyt')),
    invoice: nullable(wireId('inv')),
    credit_note: nullable(wireId('cn')),
    payment_link: nullable(wireId('lnk')),
    message: nullable(wireId('msg')),
    customer: nullable(wireId('cus')),
    customer_name: nullable(Type.String()),
    reference: nullable(Type.String()),
    amount: nullable(
      Type.Integer({
        description:
          'In minor units: what came unexpectedly, what is still open of the request, what was to be refunded or paid out, what is disputed, what an invoice recovers, or what moved the balance.',
      }),
    ),
    currency: nullable(currencyCode),
    address: nullable(Type.String({ description: 'Where a message did not arrive.' })),
    reason: nullable(Type.String({ description: 'What the mail server, the bank or the product said.' })),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'Priority' },
)

interface Facts {
  requests: Map<string, PaymentRequest>
  payments: Map<string, Payment>
  refunds: Map<string, Refund>
  disputes: Map<string, Dispute>
  messages: Map<string, Message>
  payouts: Map<string, Payout>
  invoices: Map<string, Invoice>
  movements: Map<string, AccountMovement>
  creditNotes: Map<string, CreditNoteProposal>
  credited: Map<string, bigint>
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))

/** All that the rows are about, in a few statements however many rows there are. */
export async function factsOf(db: Db, rows: readonly Priority[]): Promise<Facts> {
  const of = <Of extends string>(...types: string[]) =>
    rows.filter(({ subjectType }) => types.includes(subjectType)).map(({ subjectId }) => subjectId as Of)
  const paymentIds = of<PaymentId>('payment', 'credit')
  const [
    payments,
    refunds,
    disputes,
    messages,
    payouts,
    invoices,
    movements,
    creditNotes,
    requests,
    credited,
  ] = await Promise.all([
    findPayments(db, paymentIds),
    findRefunds(db, of<RefundId>('refund')),
    findDisputes(db, of<DisputeId>('dispute')),
    findMessages(db, of<MessageId>('message')),
    findPayouts(db, of<PayoutId>('payout')),
    findInvoices(db, of<InvoiceId>('invoice')),
    findAccountMovements(db, of<string>('balance_movement')),
    findProposals(db, of<CreditNoteId>('credit_note')),
    findRequests(
      db,
      rows.flatMap(({ requestId }) => requestId ?? []),
    ),
    creditOfPayments(db, paymentIds),
  ])
  return {
    requests: byId<PaymentRequest & { id: RequestId }>(requests),
    payments: byId(payments),
    refunds: byId(refunds),
    disputes: byId(disputes),
    messages: byId(messages),
    payouts: byId(payouts),
    invoices: byId(invoices),
    movements: byId(movements),
    creditNotes: byId(creditNotes),
    credited,
  }
}

export function priorityToWire(row: Priority, facts: Facts): Static<typeof PriorityWire> {
  const request = row.requestId === null ? undefined : facts.requests.get(row.requestId)
  const payment = facts.payments.get(row.subjectId)
  const refund = facts.refunds.get(row.subjectId)
  const dispute = facts.disputes.get(row.subjectId)
  const message = facts.messages.get(row.subjectId)
  const payout = facts.payouts.get(row.subjectId)
  const invoice = facts.invoices.get(row.subjectId)
  const movement = facts.movements.get(row.subjectId)
  const creditNote = facts.creditNotes.get(row.subjectId)
  const failedPayment = typeof row.detail.payment === 'string' ? row.detail.payment : undefined
  const paymentId =
    payment?.id ?? refund?.paymentId ?? dispute?.paymentId ?? invoice?.recovers ?? failedPayment
  const amount =
    refund?.amount ??
    dispute?.amount ??
    payout?.amount ??
    invoice?.total ??
    creditNote?.total ??
    (movement && movement.gross - movement.fee) ??
    (payment === undefined
      ? request?.open
      : payment.state === 'returned'
        ? payment.amount
        : facts.credited.get(payment.id))
  const customerId = invoice?.customerId ?? creditNote?.customerId ?? request?.customerId
  const currency = (refund ?? dispute ?? payout ?? invoice ?? creditNote ?? movement ?? payment ?? request)
    ?.currency
  const {
    payment: _,
    written_by: __,
    written_by_type: ___,
    decline_code: declined,
    customer,
    customer_name: customerName,
    ...detail
  } = row.detail
  const invoiceId = invoice?.id ?? creditNote?.invoiceId
  return {
    object: 'priority',
    id: toWireId('pri', row.id),
    kind: kindOf(row, message, payment),
    at: row.createdAt.toISOString(),
    resolved_at: row.resolvedAt?.toISOString() ?? null,
    payment_request: row.requestId === null ? null : toWireId('req', row.requestId),
    payment: paymentId === undefined ? null : toWireId('pay', paymentId),
    refund: refund === undefined ? null : toWireId('ref', refund.id),
    dispute: dispute === undefined ? null : toWireId('dsp', dispute.id),
    due_by: dispute?.dueBy?.toISOString() ?? null,
    payout: payout === undefined ? null : toWireId('pyt', payout.id),
    invoice: invoiceId ? toWireId('inv', invoiceId) : null,
    credit_note: creditNote === undefined ? null : toWireId('cn', creditNote.id),
    payment_link: row.subjectType === 'payment_link' ? toWireId('lnk', row.subjectId) : null,
    message: message === undefined ? null : toWireId('msg', message.id),
    customer: customerId ? toWireId('cus', customerId) : textOf(customer),
    customer_name:
      request?.snapshot.customerName ??
      (invoice ?? creditNote)?.buyer.name ??
      payment?.payerName ??
      textOf(customerName),
    reference: invoice?.number ?? creditNote?.invoiceReference ?? request?.reference ?? null,
    amount: amount === undefined ? null : Number(amount),
    currency: currency?.toLowerCase() ?? null,
    address: message?.toAddress ?? null,
    reason:
      message?.lastError ??
      refund?.failureReason ??
      dispute?.reason ??
      creditNote?.rejectedFor ??
      payout?.failureCode ??
      movement?.description ??
      textOf(declined) ??
      payment?.declineCode ??
      null,
    detail,
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Mail bounced where it came back, or where nobody has the address; other mail was not taken. */
function kindOf(
  { kind }: Priority,
  message: Message | undefined,
  payment: Payment | undefined,
): (typeof WIRE_KINDS)[number] {
  if (kind === 'payment.returned' && payment?.method === 'cheque') return 'cheque_bounced'
  if (kind !== 'message.failed') return KINDS[kind as keyof typeof KINDS]
  const hasBounced = message?.sentAt != null || saysNobodyThere(message?.lastError ?? '')
  return hasBounced ? 'message_bounced' : 'message_failed'
}
