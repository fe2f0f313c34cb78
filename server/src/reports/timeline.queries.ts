import { type Db, type Statement, sql } from '../lib/db/index.ts'
import { listMessagesAbout, type Message } from '../messaging/index.ts'
import {
  type Deposit,
  findPayments,
  listDepositsOf,
  type Payment,
  type PaymentId,
} from '../payments/index.ts'
import { listLinks, listPayableIds, type PaymentLink, type RequestId } from '../requests/index.ts'

/** Something that happened, or a posting in the ledger: both have ids in the order of their making. */
export interface TimelineRow {
  id: string
  at: Date
  kind: string
  actorType: string | null
  actorId: string | null
  actorName: string | null
  subjectType: string
  subjectId: string
  detail: Record<string, unknown>
  /** Of a posting. Amounts are text of minor units. */
  journal: { debit: number; credit: number; amount: string; currency: string }[] | null
}

/** All that a request's story is about. */
export interface Cast {
  links: Map<string, PaymentLink>
  payments: Map<string, Payment>
  messages: Map<string, Message>
  /** The payouts that its payments went with. */
  deposits: Map<string, Deposit>
  subjects: string[]
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))

/** The links, attempts, refunds, messages, documents, recovery invoices and applications of a request. */
export async function castOf(db: Db, requestId: RequestId): Promise<Cast> {
  const [links, payables] = await Promise.all([listLinks(db, [requestId]), listPayableIds(db, requestId)])
  const attempts = await db.many(sql<{ id: PaymentId }>`
    select id from payments.payments_view where company_id = ${db.companyId} and purpose_id = ${requestId}
    union
    select p.id from receivables.applications_view a
    join payments.payments_view p on p.company_id = a.company_id and p.id = a.source_id and p.purpose_type = 'customer'
    where a.company_id = ${db.companyId} and a.payable_id = any(${payables})`)
  const paymentIds = attempts.map(({ id }) => id)
  const [payments, deposits, refunds, disputes, recoveries, applications] = await Promise.all([
    findPayments(db, paymentIds),
    listDepositsOf(db, paymentIds),
    db.many(sql<{ id: string }>`
      select id from payments.refunds_view where company_id = ${db.companyId} and payment_id = any(${paymentIds})`),
    db.many(sql<{ id: string }>`
      select id from payments.disputes_view where company_id = ${db.companyId} and payment_id = any(${paymentIds})`),
    db.many(sql<{ id: string }>`
      select id from receivables.recoveries_view where company_id = ${db.companyId} and payment_id = any(${paymentIds})`),
    db.many(sql<{ id: string }>`
      select id from receivables.applications_view
      where company_id = ${db.companyId} and payable_id = any(${payables})`),
  ])
  const messages = await listMessagesAbout(db, [
    requestId,
    ...paymentIds,
    ...[...refunds, ...disputes].map(({ id }) => id),
  ])
  const all = [links, payments, refunds, disputes, recoveries, applications, messages].flatMap((rows) =>
    rows.map(({ id }) => id),
  )
  return {
    links: byId(links),
    payments: byId(payments),
    messages: byId(messages),
    deposits: byId(deposits),
    subjects: [requestId, ...payables, ...all],
  }
}

/**
 * Said twice, or of no interest: `payment_request.paid` and `message.sent` say it. So does `payment_request.reminded` of
 * what was reminded of with a link.
 */
const LEFT_OUT = [
  'payment.fee_recorded',
  'invoice.paid',
  'invoice.emailed',
  'invoice.issued',
  'invoice.imported',
]

const OF_DEPOSITS = ['payout.paid', 'payout.failed']

/** What happened since the request was made, newest first, up to `limit` rows before `before`. */
export async function listTimeline(
  db: Db,
  requestId: RequestId,
  { subjects, deposits }: Cast,
  page: { limit: number; before: string | undefined; withJournal: boolean },
): Promise<TimelineRow[]> {
  const between = (id: Statement) =>
    page.before === undefined
      ? sql`${id} >= ${requestId}`
      : sql`${id} >= ${requestId} and ${id} < ${page.before}`
  // A payout is of many requests: of it only that it was deposited, or came back, and nothing of its postings.
  const told = page.withJournal ? [...subjects, ...deposits.keys()] : subjects
  const happened = db.many(sql<TimelineRow>`
    select id, at, action kind, actor_type "actorType", actor_id "actorId", actor_name "actorName",
      subject_type "subjectType", subject_id "subjectId", detail, null journal
    from identity.audit_events_view
    where company_id = ${db.companyId} and subject_id = any(${told}::uuid[]) and ${between(sql`id`)}
      and action <> all(${LEFT_OUT}) and (action <> 'invoice.reminded' or detail ->> 'request_id' is null)
      and (subject_type <> 'payout' or action = any(${OF_DEPOSITS}))
    order by id desc limit ${page.limit}`)
  const posted = !page.withJournal
    ? []
    : db.many(sql<TimelineRow>`
    select e.id, e.at, 'ledger.' || e.kind kind, null "actorType", null "actorId", null "actorName",
      e.subject_type "subjectType", e.subject_id "subjectId", '{}'::jsonb detail, (
        select json_agg(json_build_object('debit', t.debit, 'credit', t.credit, 'amount', t.amount::text,
          'currency', t.currency) order by t.id)
        from ledger.transfers_view t where t.company_id = e.company_id and t.entry_id = e.id) journal
    from ledger.entries_view e
    where e.company_id = ${db.companyId} and e.subject_id = any(${subjects}::uuid[]) and ${between(sql`e.id`)}
    order by e.id desc limit ${page.limit}`)
  const rows = (await Promise.all([happened, posted])).flat()
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, page.limit)
}
