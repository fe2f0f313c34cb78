import { type GlobalDb, sql } from '../lib/db/index.ts'
import { gathered } from '../lib/gather.ts'
import type { CompanyId } from '../lib/ids.ts'
import { keeper } from '../lib/keeper.ts'
import { type Charged, isCharged, type Method } from '../lib/methods.ts'
import type { PaymentId, PaymentState, VerifyBy } from '../payments/index.ts'
import { bnplSettings } from './bnpl-settings.ts'
import { decideMethods, type MethodFacts, offeredMethods } from './offered-methods.ts'
import { type PageFacts, type PageState, pageState } from './page-state.ts'
import {
  isOfInvoices,
  type LinkId,
  type RequestId,
  type RequestKind,
  type RequestSnapshot,
} from './requests.queries.ts'
import { linkSettings } from './settings.ts'
import { checkoutWallets, type WalletPlace } from './wallet-settings.ts'

/** One read of everything a pay page tells: what was asked stays as it was, what moves is read live. Nobody changes it. */
export interface PageFound {
  readonly linkId: LinkId
  readonly requestId: RequestId
  readonly kind: RequestKind
  readonly reference: string
  readonly message: string | null
  readonly currency: string
  readonly total: bigint
  readonly snapshot: RequestSnapshot
  readonly facts: PageFacts
  /** What decides how it may be paid, but for the amount. */
  readonly methodFacts: Omit<MethodFacts, 'amount'>
  /** K15: where the wallets stand. */
  readonly walletPlace: WalletPlace
  readonly payments: readonly PagePayment[]
  /** What is open of each payable, where there are several. */
  readonly opens: ReadonlyMap<string, bigint> | null
  readonly replacedAt: Date | null
  /** The newer link to the same address, where this one was replaced. */
  readonly replacedBy: LinkId | null
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
  wallet: string | null
  method: Method
  bankName: string | null
  bankLast4: string | null
  /** Days, `2026-11-30`. */
  clearsFrom: string | null
  clearsTo: string | null
  verifyBy: VerifyBy | null
  verifyFrom: Date | null
  verifyWrong: number
  disputed: boolean
  createdAt: Date
  settledAt: Date | null
  returnedAt: Date | null
}

/** As the database's JSON brings it: instants as ISO text, amounts as text since JSON has no integers of their size. */
interface Told {
  linkId: LinkId
  linkState: PageFacts['link']['state']
  expiresAt: string | null
  lastAttempt: PaymentId | null
  replacedAt: string | null
  replacedBy: LinkId | null
  requestId: RequestId
  kind: RequestKind
  reference: string
  message: string | null
  currency: string
  total: string
  snapshot: RequestSnapshot
  state: PageFacts['request']['state']
  settledAt: string | null
  linksEnabled: boolean
  open: string
  inFlight: string
  settled: string
  refunded: string
  voided: string
  opens: Record<string, string> | null
  attempts: Attempt[] | null
  ofCompany: string[] | null
  ofCustomer: string[] | null
  ofRequest: string[] | null
  accountStatus: string | null
  country: string | null
  capabilities: string[] | null
  /** Settings of single ways to pay that are not at their default, by key. */
  rules: Record<string, unknown> | null
}

type Attempt = Omit<
  PagePayment,
  'amount' | 'refunded' | 'refunding' | 'createdAt' | 'settledAt' | 'verifyFrom' | 'returnedAt'
> & {
  amount: string
  refunded: string
  refunding: string
  createdAt: string
  settledAt: string | null
  verifyFrom: string | null
  returnedAt: string | null
}

/** Finds the page of a token's hash, in one round trip (see the migration `pay-page-read`). */
export async function findPage(
  db: GlobalDb,
  companyId: CompanyId,
  hash: Buffer,
): Promise<PageFound | undefined> {
  const { told } = await db.one(sql<{ told: string | null }>`
    select requests.find_page(${companyId}, ${hash})::text told`)
  return toPage(told)
}

interface PageKey {
  companyId: CompanyId
  hash: Buffer
}

/**
 * Finds pages as `findPage` does, in one round trip for all that are asked for in one turn of the event loop. Of pages
 * that were found before, the database says that they are still the same, where it can (see the migration `find-pages`).
 */
export function pageFinder(db: GlobalDb): (key: PageKey) => Promise<PageFound | undefined> {
  const marked = new Map<string, MarkedPage>()
  return gathered(async (keys) => {
    const asked = keys.map(({ companyId, hash }) => {
      const name = `${companyId}${hash.toString('latin1')}`
      return { companyId, hash, name, known: marked.get(name) }
    })
    const rows = await db.many(sql<{ told: string | null }>`
      select told from requests.find_pages_unless(${asked.map(({ companyId }) => companyId)}::uuid[],
        ${asked.map(({ hash }) => hash)}::bytea[], ${asked.map(({ known }) => known?.mark ?? null)}::text[]) told`)
    return asked.map(({ name, known }, i) => {
      const told = rows[i]?.told ?? null
      if (told === null) return undefined
      if (told === known?.mark) return known.page
      const markEnds = told.indexOf('\n')
      const page = toPage(told.slice(markEnds + 1))
      if (page !== undefined && markEnds > 0) {
        if (marked.size >= MOST_PAGES) marked.clear()
        marked.set(name, { mark: told.slice(0, markEnds), page })
      }
      return page
    })
  })
}

interface MarkedPage {
  mark: string
  page: PageFound
}

const MOST_PAGES = 2000

/** What the same words said is the same page, and the same object: open pages ask every few seconds. */
const pages = keeper<PageFound>(MOST_PAGES)

function toPage(told: string | null): PageFound | undefined {
  return told === null ? undefined : pages(told, () => readPage(JSON.parse(told)))
}

function readPage(told: Told): PageFound {
  const payments = told.attempts === null ? [] : told.attempts.map(toPayment)
  const total = BigInt(told.total)
  const open = BigInt(told.open)
  const methodFacts = methodFactsOf(told)
  return {
    linkId: told.linkId,
    requestId: told.requestId,
    kind: told.kind,
    reference: told.reference,
    message: told.message,
    currency: told.currency,
    total,
    methodFacts,
    walletPlace: ruleOf(told, checkoutWallets),
    snapshot: told.snapshot,
    payments,
    opens: told.opens === null ? null : amountsById(told.opens),
    replacedAt: dateOf(told.replacedAt),
    replacedBy: told.replacedBy,
    facts: {
      link: { state: told.linkState, expiresAt: dateOf(told.expiresAt), lastAttempt: told.lastAttempt },
      request: { state: told.state, settledAt: dateOf(told.settledAt), total },
      live: {
        open,
        inFlight: BigInt(told.inFlight),
        settled: BigInt(told.settled),
        refunded: BigInt(told.refunded),
        voided: BigInt(told.voided),
      },
      payments,
      // An edit, a credit, a refund or a setting may leave what can be paid in no way: then no link asks for it.
      linksEnabled:
        told.linksEnabled && (open === 0n || offeredMethods({ ...methodFacts, amount: open }).length > 0),
    },
  }
}

function methodFactsOf(told: Told): PageFound['methodFacts'] {
  const setting = linkSettings.methods[isOfInvoices(told.kind) ? 'invoice_link' : 'request']
  const { accountStatus, country, capabilities } = told
  return {
    currency: told.currency,
    ofCompany: told.ofCompany ?? setting.fallback,
    ofCustomer: told.ofCustomer,
    ofRequest: told.ofRequest,
    account:
      accountStatus === 'enabled' && country !== null && capabilities !== null
        ? { country, capabilities }
        : null,
    hasCustomer: told.snapshot.customerName !== null,
    bnpl: {
      enabled: ruleOf(told, bnplSettings.enabled),
      minAmount: BigInt(ruleOf(told, bnplSettings.minAmount)),
    },
  }
}

function ruleOf<Value>({ rules }: Told, { key, fallback }: { key: string; fallback: Value }): Value {
  return (rules?.[key] as Value | undefined) ?? fallback
}

/** The ways in which a page's form may be paid where this is to be paid, in minor units. */
export function methodsOf(page: PageFound, amount: bigint): Charged[] {
  return offeredMethods({ ...page.methodFacts, amount }).filter(isCharged)
}

/** Whether its payer may send a wire for it. */
export function offersWire(page: PageFound, amount: bigint): boolean {
  return decideMethods({ ...page.methodFacts, amount }).get('wire') === null
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

function amountsById(amounts: Record<string, string>): Map<string, bigint> {
  return new Map(Object.entries(amounts).map(([id, amount]) => [id, BigInt(amount)]))
}

function toPayment(row: Attempt): PagePayment {
  return {
    ...row,
    amount: BigInt(row.amount),
    refunded: BigInt(row.refunded),
    refunding: BigInt(row.refunding),
    createdAt: new Date(row.createdAt),
    settledAt: dateOf(row.settledAt),
    verifyFrom: dateOf(row.verifyFrom),
    returnedAt: dateOf(row.returnedAt),
  }
}

export function stateOf(page: PageFound, now: Date): PageState {
  return pageState(page.facts, now)
}
