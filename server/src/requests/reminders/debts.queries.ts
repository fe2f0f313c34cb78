import type { CustomerId } from '../../customers/index.ts'
import { type Db, raw, type Statement, sql } from '../../lib/db/index.ts'
import type { Language } from '../../lib/words.ts'
import type { InvoiceId } from '../../receivables/index.ts'
import type { RequestId } from '../requests.queries.ts'

/** An invoice as far as reminding of it goes, with its customer. Minor units. */
export interface Debt {
  id: InvoiceId
  number: string
  customerId: CustomerId
  customerName: string
  language: Language | null
  country: string | null
  timeZone: string | null
  currency: string
  dueOn: string
  state: 'open' | 'void' | 'written_off'
  open: bigint
  inFlight: bigint
  mode: 'company' | 'off' | 'own'
  ownOffsets: number[] | null
  promisedOn: string | null
  /** The bank of who paid a part of it takes that back, or asks about it. */
  disputed: boolean
  /** How many reminders of it went out by the schedule. */
  sent: number
  /** The newest request for it alone that may still be sent. */
  requestId: RequestId | null
  /** When it was reminded of last, by a person or by the schedule. */
  remindedAt: Date | null
  recipient: string | null
}

const DEBT = raw(`d.id, d.number, d.customer_id "customerId", c.name "customerName", c.language, c.country,
  c.time_zone "timeZone", d.currency, d.due_on "dueOn", d.state, d.open, d.in_flight "inFlight",
  coalesce(u.mode, 'company') mode, u.offsets "ownOffsets", p.promised_on "promisedOn", exists (
    select from receivables.applications_view a
    join payments.disputes_view x on x.company_id = a.company_id and x.payment_id = a.source_id
    where a.company_id = d.company_id and a.payable_id = d.id
      and x.state in ('inquiry', 'needs_response', 'under_review')) disputed,
  s.sent, q.id "requestId", greatest(q.last_reminded_at, s.last_sent_at) "remindedAt",
  coalesce(q.sent_to, q.recipient, c.email) recipient`)
const FROM = raw(`receivables.invoice_debts_view d
  join customers.reached_view c on c.company_id = d.company_id and c.id = d.customer_id
  left join requests.reminder_rules u on u.company_id = d.company_id and u.id = d.customer_id
  left join requests.promises p on p.company_id = d.company_id and p.invoice_id = d.id and p.state = 'open'
  cross join lateral (
    select count(*)::int sent, max(m.ended_at) last_sent_at from requests.reminders m
    where m.company_id = d.company_id and m.invoice_id = d.id and m.state = 'sent') s
  left join lateral (
    select r.id, r.recipient, r.last_reminded_at, (
      select l.recipient from requests.links l
      where l.company_id = r.company_id and l.request_id = r.id and l.channel = 'email'
      order by l.id desc limit 1) sent_to
    from requests.items i
    join requests.requests r on r.company_id = i.company_id and r.id = i.request_id
    where i.company_id = d.company_id and i.payable_id = d.id and r.kind = 'invoice' and r.state <> 'voided'
      and r.settled_at is null and jsonb_array_length(r.snapshot->'documents') = 1
    order by r.id desc limit 1) q on true`)

/** Invoices by their ids, in id order; without those that are never due. */
export function findDebts(db: Db, ids: readonly InvoiceId[]): Promise<Debt[]> {
  return db.many(sql<Debt>`
    select ${DEBT} from ${FROM}
    where d.company_id = ${db.companyId} and d.id = any(${ids}) and d.due_on is not null order by d.id`)
}

/** Where a walk over open invoices has come to. */
export interface DebtCursor {
  dueOn: string
  id: string
}

interface DebtFilter {
  customerId?: CustomerId | undefined
  /** Due from the one day to the other. */
  due?: { from: string; to: string } | undefined
}

/** Open invoices that are due some day, by that day: a page of them. */
export function listDebts(
  db: Db,
  after: DebtCursor | undefined,
  limit: number,
  filter: DebtFilter = {},
): Promise<Debt[]> {
  return db.many(sql<Debt>`
    select ${DEBT} from ${FROM}
    where d.company_id = ${db.companyId} and d.open > 0 and d.due_on is not null
      and (${after?.dueOn ?? null}::date is null or (d.due_on, d.id) > (${after?.dueOn ?? null}::date, ${after?.id ?? null}::uuid))
      and ${conditionOf(filter)}
    order by d.due_on, d.id limit ${limit}`)
}

/** What was promised for a later day may be reminded of later than its due day says. */
function conditionOf({ customerId, due }: DebtFilter): Statement {
  return sql`(${customerId ?? null}::uuid is null or d.customer_id = ${customerId ?? null}::uuid)
    and (${due?.from ?? null}::date is null or d.due_on between ${due?.from ?? null}::date and ${due?.to ?? null}::date
      or p.promised_on >= ${due?.from ?? null}::date)`
}
