import { type Static, Type } from 'typebox'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { SUBJECT_PREFIX } from '../notifications/index.ts'
import type { Cast, TimelineRow } from './timeline.queries.ts'

export const TimelineEntry = Type.Object(
  {
    object: Type.Literal('timeline_entry'),
    id: wireId('tle'),
    at: timestamp,
    kind: Type.String({
      description:
        'What happened, `noun.verb`: payment_request.sent, payment_link.opened, message.failed, payment.failed, refund.succeeded, application.made, invoice.edited, payout.paid (its money is at the company’s bank; the subject is the payout, the amount what of it is of this request, net of fees)… A posting is `ledger.` and its kind.',
    }),
    who: nullable(
      Type.Object({ type: Type.String(), id: nullable(Type.String()), name: nullable(Type.String()) }),
    ),
    subject: nullable(Type.String({ description: 'The id of what it happened to.' })),
    amount: nullable(amountOut),
    currency: nullable(currencyCode),
    decline_code: nullable(Type.String()),
    card: nullable(
      Type.Object({ brand: Type.String(), last4: Type.String(), wallet: nullable(Type.String()) }),
    ),
    bank: nullable(
      Type.Object(
        { name: nullable(Type.String()), last4: Type.String() },
        { description: 'The account that is debited.' },
      ),
    ),
    method: nullable(
      Type.String({ description: 'How a payment is made: card, wallet, ach, bnpl, wire, cash, cheque.' }),
    ),
    wire: nullable(
      Type.Object({ reference: nullable(Type.String()) }, { description: 'The wire that came.' }),
    ),
    tender: nullable(
      Type.Object({ reference: nullable(Type.String()) }, { description: 'The cash or cheque that came.' }),
    ),
    channel: nullable(Type.String()),
    address: nullable(Type.String({ description: 'Where a link or a message went.' })),
    message_kind: nullable(
      Type.String({
        description:
          'payment_request, payment_reminder, receipt, refund, refund_returned, thank_you, payment_notice, link_notice…',
      }),
    ),
    reason: nullable(Type.String({ description: 'What a mail server said, or why a person did it.' })),
    treatment: nullable(Type.String()),
    open_before: nullable(amountOut),
    open_after: nullable(amountOut),
    expires_at: nullable(timestamp),
    journal: nullable(
      Type.Array(
        Type.Object({
          debit: Type.Integer({ description: 'An account of the chart.' }),
          credit: Type.Integer(),
          amount: amountOut,
          currency: currencyCode,
        }),
      ),
    ),
  },
  { $id: 'TimelineEntry' },
)

export function timelineToWire(row: TimelineRow, cast: Cast): Static<typeof TimelineEntry> {
  const { detail } = row
  const text = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : null)
  const whole = (name: string) => (detail[name] == null ? null : Number(detail[name]))
  const prefix = SUBJECT_PREFIX[row.subjectType]
  const payment = cast.payments.get(row.subjectId)
  const message = cast.messages.get(row.subjectId)
  const link = cast.links.get(row.subjectId)
  const deposit = cast.deposits.get(row.subjectId)
  const isLinkGiven = row.kind === 'payment_link.issued'
  return {
    object: 'timeline_entry',
    id: toWireId('tle', row.id),
    at: momentOf(row, cast).toISOString(),
    kind: row.kind,
    who: row.actorType === null ? null : { type: row.actorType, id: actorId(row), name: row.actorName },
    subject: prefix === undefined ? null : toWireId(prefix, row.subjectId),
    amount: deposit === undefined ? (whole('amount') ?? whole('total')) : Number(deposit.amount),
    currency: text('currency')?.toLowerCase() ?? payment?.currency.toLowerCase() ?? null,
    decline_code: text('decline_code'),
    card:
      payment?.cardLast4 == null || row.journal !== null
        ? null
        : { brand: payment.cardBrand ?? 'card', last4: payment.cardLast4, wallet: payment.wallet },
    bank:
      payment?.bankLast4 == null || row.journal !== null
        ? null
        : { name: payment.bankName, last4: payment.bankLast4 },
    method: row.journal === null ? (payment?.method ?? null) : null,
    wire: payment?.wire == null || row.journal !== null ? null : { reference: payment.wire.reference },
    tender: payment?.tender == null || row.journal !== null ? null : { reference: payment.tender.reference },
    channel: text('channel'),
    address: message?.toAddress ?? (isLinkGiven ? (link?.recipient ?? null) : null),
    message_kind: message?.kind ?? null,
    reason: text('reason'),
    treatment: text('treatment'),
    open_before: whole('open_before'),
    open_after: whole('open_after'),
    expires_at: text('expires_at'),
    journal:
      row.journal?.map(({ debit, credit, amount, currency }) => ({
        debit,
        credit,
        amount: Number(amount),
        currency: currency.toLowerCase(),
      })) ?? null,
  }
}

const ACTORS: Readonly<Record<string, string>> = { staff: 'usr', api_key: 'key', payer: 'lnk' }

function actorId({ actorType, actorId: id }: TimelineRow): string | null {
  const prefix = ACTORS[actorType ?? '']
  return prefix === undefined || id === null ? id : toWireId(prefix, id)
}

/** When it was in business time, where that is written down; the trail has the time of the machine. */
function momentOf(row: TimelineRow, cast: Cast): Date {
  const link = cast.links.get(row.subjectId)
  const payment = cast.payments.get(row.subjectId)
  const deposit = cast.deposits.get(row.subjectId)
  const known: Record<string, Date | null | undefined> = {
    'payment_link.issued': link?.issuedAt,
    'payment_link.opened': link?.openedAt,
    'payment.started': payment?.createdAt,
    'payment.succeeded': payment?.settledAt,
    'payment.cleared': payment?.clearedAt,
    'payment.returned': payment?.returnedAt,
    'payout.paid': deposit?.state === 'paid' ? deposit.settledAt : undefined,
    'payout.failed': deposit?.state === 'failed' ? deposit.settledAt : undefined,
    'message.sent': cast.messages.get(row.subjectId)?.sentAt,
  }
  return known[row.kind] ?? row.at
}
