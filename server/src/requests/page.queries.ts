import { type GlobalDb, sql } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { PaymentId, PaymentState } from '../payments/index.ts'
import type { PayableId } from '../receivables/index.ts'
import { type PageFacts, type PageState, pageState } from './page-state.ts'
import type { LinkId, RequestId, RequestSnapshot } from './requests.queries.ts'

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
  /** The newer link to the same address, where this one was replaced. */
  replacedBy: LinkId | null
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
  replacedBy: LinkId | null
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
  items: Item[]
  attempts: Attempt[] | null
}

/** As JSON brings them: amounts as text, since it has no integers of their size. */
interface Item {
  payableId: PayableId
  open: string
  inFlight: string
  settled: string
  refunded: string
  voided: string
}

type Attempt = Omit<PagePayment, 'amount' | 'refunded' | 'refunding' | 'createdAt' | 'settledAt'> & {
  amount: string
  refunded: string
  refunding: string
  createdAt: string
  settledAt: string | null
}

/** Finds the page of a token's hash, in one round trip (see the migration `pay-page`). */
export async function findPage(
  db: GlobalDb,
  companyId: CompanyId,
  hash: Buffer,
): Promise<PageFound | undefined> {
  const row = await db.maybe(sql<Row>`
    select link_id "linkId", link_state "linkState", expires_at "expiresAt", request_id "requestId", kind, reference,
      message, currency, total, snapshot, state, settled_at "settledAt", replaced_at "replacedAt", replaced_by "replacedBy",
      links_enabled "linksEnabled", items, attempts
    from requests.find_page(${companyId}, ${hash})`)
  if (row === undefined) return undefined
  const { items, attempts, ...page } = row
  const payments = (attempts ?? []).map(toPayment)
  const sum = (name: keyof Omit<Item, 'payableId'>) =>
    items.reduce((total, item) => total + BigInt(item[name]), 0n)
  return {
    ...page,
    payments,
    items: items.map(({ payableId, open }) => ({ payableId, open: BigInt(open) })),
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

function toPayment(row: Attempt): PagePayment {
  return {
    ...row,
    amount: BigInt(row.amount),
    refunded: BigInt(row.refunded),
    refunding: BigInt(row.refunding),
    createdAt: new Date(row.createdAt),
    settledAt: row.settledAt === null ? null : new Date(row.settledAt),
  }
}

export function stateOf(page: PageFound, now: Date): PageState {
  return pageState(page.facts, now)
}
