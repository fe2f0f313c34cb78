import { type Db, sql } from '../lib/db/index.ts'
import type { PaymentId, PaymentState } from '../payments/index.ts'
import type { PayableId } from '../receivables/index.ts'
import { type PageFacts, type PageState, pageState } from './page-state.ts'
import type { LinkId, RequestId, RequestSnapshot } from './requests.queries.ts'
import { paymentLinksEnabled } from './settings.ts'

/** One read of everything a pay page tells: what was asked stays as it was, what moves is read live. */
export interface PageFound {
  linkId: LinkId
  requestId: RequestId
  kind: 'invoice' | 'quick'
  reference: string
  message: string | null
  currency: string
  total: bigint
  snapshot: RequestSnapshot
  facts: PageFacts
  payments: PagePayment[]
  items: { payableId: PayableId; open: bigint }[]
  replacedAt: Date | null
}

export interface PagePayment {
  id: PaymentId
  amount: bigint
  state: PaymentState
  refunded: bigint
  refunding: bigint
  declineCode: string | null
  cardBrand: string | null
  cardLast4: string | null
  createdAt: Date
  settledAt: Date | null
}

interface Row {
  linkId: LinkId
  linkState: PageFacts['link']['state']
  expiresAt: Date | null
  replacedAt: Date | null
  requestId: RequestId
  kind: 'invoice' | 'quick'
  reference: string
  message: string | null
  currency: string
  total: bigint
  snapshot: RequestSnapshot
  state: PageFacts['request']['state']
  settledAt: Date | null
  linksEnabled: boolean
  items: {
    payableId: PayableId
    open: string
    inFlight: string
    settled: string
    refunded: string
    voided: string
  }[]
}

/** Finds the page of a token's hash, in one flush: the link with its request and live sums, and its attempts. */
export async function findPage(db: Db, hash: Buffer): Promise<PageFound | undefined> {
  const [row, payments] = await Promise.all([
    db.maybe(sql<Row>`
      select l.id "linkId", l.state "linkState", l.expires_at "expiresAt", r.id "requestId", r.kind, r.reference,
        r.message, r.currency, r.total, r.snapshot, r.state, r.settled_at "settledAt",
        (select n.issued_at from requests.links n where l.state = 'superseded' and n.company_id = l.company_id
          and n.request_id = l.request_id and n.id > l.id order by n.id limit 1) "replacedAt",
        coalesce(c.payment_links_enabled, true) and coalesce((select (s.value #>> '{}')::boolean from identity.settings_view s
          where s.company_id = l.company_id and s.key = ${paymentLinksEnabled.key}), true) "linksEnabled",
        (select json_agg(json_build_object('payableId', i.payable_id, 'open', p.open::text, 'inFlight', p.in_flight::text,
            'settled', p.settled::text, 'refunded', p.refunded::text, 'voided', p.voided::text) order by i.payable_id)
          from requests.items i
          join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
          where i.company_id = l.company_id and i.request_id = l.request_id) items
      from requests.links l
      join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
      left join customers.link_policy_view c on c.company_id = r.company_id and c.id = r.customer_id
      where l.company_id = ${db.companyId} and l.token_hash = ${hash}`),
    db.many(sql<PagePayment>`
      select id, amount, state, refunded, refunding, decline_code "declineCode", card_brand "cardBrand",
        card_last4 "cardLast4", created_at "createdAt", settled_at "settledAt"
      from payments.payments_view
      where company_id = ${db.companyId} and purpose_id = (
        select request_id from requests.links where company_id = ${db.companyId} and token_hash = ${hash})
      order by id desc limit 30`),
  ])
  if (row === undefined) return undefined
  const sum = (name: 'open' | 'inFlight' | 'settled' | 'refunded' | 'voided') =>
    row.items.reduce((total, item) => total + BigInt(item[name]), 0n)
  return {
    ...row,
    payments,
    items: row.items.map(({ payableId, open }) => ({ payableId, open: BigInt(open) })),
    facts: {
      link: { state: row.linkState, expiresAt: row.expiresAt },
      request: { state: row.state, settledAt: row.settledAt, total: row.total },
      live: {
        open: sum('open'),
        inFlight: sum('inFlight'),
        settled: sum('settled'),
        refunded: sum('refunded'),
        voided: sum('voided'),
      },
      payments,
      linksEnabled: row.linksEnabled,
    },
  }
}

export function stateOf(page: PageFound, now: Date): PageState {
  return pageState(page.facts, now)
}
