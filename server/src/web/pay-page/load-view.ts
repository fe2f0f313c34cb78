import { randomUUID } from 'node:crypto'
import type { Company } from '../../identity/index.ts'
import type { Currency } from '../../lib/currencies.ts'
import type { Database } from '../../lib/db/index.ts'
import { toWireId } from '../../lib/ids.ts'
import {
  findMerchantAccount,
  isOpen,
  listRefundsOf,
  type Processor,
  VERIFY_TRIES,
} from '../../payments/index.ts'
import { breakdownRows, partSentence } from '../../receivables/index.ts'
import {
  mayPayAnyway,
  methodsOf,
  offersWire,
  type PageFound,
  type PagePayment,
  type PageState,
  renewalOf,
  stateOf,
  takesMoney,
  wantsNewLink,
} from '../../requests/index.ts'
import type { KnownCompany } from './known-company.ts'
import { replacedOf } from './replaced.ts'
import { settlementOf } from './settlement.ts'
import type {
  PayPageDetail,
  PayPageDocument,
  PayPageForm,
  PayPagePayment,
  PayPageRenewal,
  PayPageView,
} from './view.ts'

/**
 * The page of a link as it is to be shown now. For a payable page without attempts it reads nothing beyond what was
 * found and the company: such pages are kept (kept-pages.ts).
 */
export async function loadView(
  services: { database: Database; processor: Processor; sandbox: boolean },
  company: KnownCompany,
  page: PageFound,
  options: {
    path: string
    locale: string
    now: Date
    pathOf: (linkId: string) => string
    anyway: boolean
    /** The payer has just told of deposits that there were not. */
    toldWrong: boolean
  },
): Promise<PayPageView> {
  const { anyway, state } = await shownState(services, company, page, options)
  const told = tellingPayment(page)
  const { live } = page.facts
  const isPayable = state === 'pay_anyway' || takesMoney(state)
  const amount = state === 'pay_anyway' ? page.total : live.open
  const methods = methodsOf(page, amount)
  const hasWire = state !== 'pay_anyway' && takesMoney(state) && offersWire(page, amount)
  const replaced = await replacedOf(services, company, page, { state, pathOf: options.pathOf })
  const settlement = await settlementOf(services, company, page, state)
  return {
    state,
    locale: options.locale,
    sandbox: services.sandbox,
    path: options.path,
    company: {
      name: company.displayName,
      phone: company.phone,
      email: company.email,
      timeZone: company.timeZone,
      logo: company.logo,
    },
    request: {
      kind: page.kind,
      reference: page.reference,
      customerName: page.snapshot.customerName,
      statementOf: page.snapshot.statement?.asOf,
      message: page.message,
      total: page.total,
      detail: detailOf(page, options.locale),
    },
    currency: page.currency as Currency,
    amount,
    settled: live.settled,
    ...settlement,
    documents: documentsOf(page, options.path),
    attachments: (page.snapshot.attachments ?? []).map(({ id, fileName, sizeBytes }) => ({
      fileName,
      sizeBytes,
      path: `${options.path}/attachments/${toWireId('att', id)}`,
    })),
    payment: told === undefined ? null : await paymentView(services, company, told, options),
    // The bank's page is shown by the processor's script too.
    form:
      (isPayable || state === 'action_needed') && !(hasWire && methods.length === 0)
        ? await formOf(services, company, {
            methods,
            saves: state !== 'pay_anyway' && page.snapshot.customerName !== null,
            walletPlace: page.walletPlace,
          })
        : null,
    ...(hasWire ? { wire: 'offered' as const } : {}),
    now: options.now.toISOString(),
    ...replaced,
    anywayPath: anyway && !settlement.isWrittenOff ? `${options.path}?anyway=1` : null,
    renewal:
      state !== 'pay_anyway' && wantsNewLink(state)
        ? await renewalView(services, company, page, options.now)
        : null,
    expiredAt: state === 'expired' ? (page.facts.link.expiresAt?.toISOString() ?? null) : null,
  }
}

/** The page's state, or that it is to be paid all the same: asked for by its address, where it may be (K8). */
async function shownState(
  { database }: { database: Database },
  company: Company,
  page: PageFound,
  options: { now: Date; anyway: boolean },
): Promise<{ state: PageState | 'pay_anyway'; anyway: boolean }> {
  const state = stateOf(page, options.now)
  const isPaid = state === 'paid' || state === 'paid_elsewhere'
  const anyway = isPaid && (await database.read(company.id, (db) => mayPayAnyway(db, page, options.now)))
  return { state: anyway && options.anyway ? 'pay_anyway' : state, anyway }
}

async function renewalView(
  { database }: { database: Database },
  company: Company,
  page: PageFound,
  now: Date,
): Promise<PayPageRenewal | null> {
  const renewal = await database.read(company.id, (db) => renewalOf(db, page, now))
  return renewal !== null && 'at' in renewal ? { ...renewal, at: renewal.at.toISOString() } : renewal
}

/** The attempt that the page tells of: the one that paid, else the one under way, else the last. */
function tellingPayment(page: PageFound): PagePayment | undefined {
  const { payments } = page
  return (
    payments.find(({ state }) => state === 'succeeded') ??
    payments.find(({ state }) => isOpen(state)) ??
    payments[0]
  )
}

async function paymentView(
  { database }: { database: Database },
  company: Company,
  payment: PagePayment,
  { path, toldWrong }: { path: string; toldWrong: boolean },
): Promise<PayPagePayment> {
  const refunds =
    payment.refunded + payment.refunding === 0n
      ? []
      : (await database.read(company.id, (db) => listRefundsOf(db, [payment.id]))).filter(
          ({ state }) => state === 'succeeded' || state === 'pending' || state === 'requested',
        )
  const id = toWireId('pay', payment.id)
  return {
    id,
    amount: payment.amount,
    at: (payment.settledAt ?? payment.createdAt).toISOString(),
    cardBrand: payment.cardBrand,
    cardLast4: payment.cardLast4,
    wallet: payment.wallet,
    method: payment.method,
    bank: payment.bankLast4 === null ? null : { name: payment.bankName, last4: payment.bankLast4 },
    clears:
      payment.clearsFrom === null || payment.clearsTo === null
        ? null
        : { from: payment.clearsFrom, to: payment.clearsTo },
    verify:
      payment.state !== 'requires_action' || payment.verifyBy === null
        ? null
        : {
            by: payment.verifyBy,
            from: payment.verifyFrom?.toISOString() ?? null,
            triesLeft: Math.max(0, VERIFY_TRIES[payment.verifyBy] - payment.verifyWrong),
            wasWrong: toldWrong,
          },
    returnedAt: payment.returnedAt?.toISOString() ?? null,
    declineCode: payment.declineCode,
    refunded: refunds.map((refund) => ({
      amount: refund.amount,
      at: (refund.settledAt ?? refund.createdAt).toISOString(),
      isByHand: refund.givenBy !== 'processor',
      // Affirm's own statement names Affirm.
      shownAs:
        refund.givenBy !== 'processor' || payment.method === 'bnpl' ? null : company.statementDescriptor,
      bankReference: refund.bankReference,
    })),
    receiptPath: payment.state === 'succeeded' ? `${path}/receipts/${id}.pdf` : null,
  }
}

function documentsOf(page: PageFound, path: string): PayPageDocument[] {
  const { opens, facts } = page
  return page.snapshot.documents.map((document) => {
    const id = toWireId('inv', document.id)
    return {
      id,
      number: document.number,
      type: document.type,
      dueOn: document.dueOn,
      total: BigInt(document.total),
      open: opens === null ? facts.live.open : (opens.get(document.id) ?? 0n),
      pdfPath: `${path}/invoices/${id}.pdf`,
      lines: document.lines.map((line) => ({ ...line, amount: BigInt(line.amount) })),
      moreLines: document.moreLines,
      shipping: BigInt(document.shipping),
      tax: BigInt(document.tax),
      adjustments: BigInt(document.adjustments),
    }
  })
}

function detailOf({ snapshot, currency }: PageFound, locale: string): PayPageDetail | undefined {
  const { detail } = snapshot
  if (detail === undefined) return undefined
  return {
    title: detail.title,
    part: partSentence(detail, currency, locale),
    breakdown: breakdownRows(detail, locale),
  }
}

const accounts = new Map<string, string | null>()

async function formOf(
  { database, processor }: { database: Database; processor: Processor },
  company: Company,
  {
    methods,
    saves,
    walletPlace,
  }: { methods: PayPageForm['methods']; saves: boolean; walletPlace: PageFound['walletPlace'] },
): Promise<PayPageForm> {
  let account = accounts.get(company.id)
  if (account === undefined) {
    const found = await database.read(company.id, findMerchantAccount)
    account = found?.processorAccount ?? null
    if (found !== undefined) accounts.set(company.id, account)
  }
  return {
    submitKey: randomUUID(),
    publishableKey: processor.publishableKey,
    account,
    scriptUrl: processor.scriptUrl,
    methods,
    ...(saves ? { saves } : {}),
    ...(methods.includes('wallet') ? { wallets: walletPlace } : {}),
  }
}
