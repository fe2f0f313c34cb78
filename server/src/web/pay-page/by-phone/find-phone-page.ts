import type { FastifyRequest } from 'fastify'
import { companyOfNumber } from '../../../identity/index.ts'
import { toWireId } from '../../../lib/ids.ts'
import { defaultLocale } from '../../../lib/words.ts'
import { findMerchantAccount, findPayment, type Payment } from '../../../payments/index.ts'
import {
  findPhoneDebt,
  findPhonePage,
  isPhonePageAllowed,
  type PhoneDebt,
  type PhonePage,
  type PhoneState,
  paidBy,
  parseToken,
  phoneSavingText,
  phoneState,
  readPause,
} from '../../../requests/index.ts'
import { findOrderOfInvoice, type OrderId } from '../../../sales/index.ts'
import { chosenLocale, LinkUnknown, type PayPageServices, type Token } from '../find-page.ts'
import { type KnownCompany, knownCompany } from '../known-company.ts'
import { countWrongLink, TooManyWrongLinks } from '../wrong-links.ts'

export interface PhoneServices extends PayPageServices {
  /** Of the dashboard, which is another origin than the page's where payers have one of their own. */
  baseUrl: string
}

export interface FoundPhonePage {
  company: KnownCompany
  hash: Buffer
  page: PhonePage
  debt: PhoneDebt
  /** The order whose invoice alone is paid. */
  orderId: OrderId | undefined
  /** Its last try. */
  payment: Payment | undefined
  state: PhoneState
  /** What the customer agrees to who lets the card be kept; null where nobody is known whose it would be. */
  savingText: string | null
  /** At the processor; null where the key is the company's own. */
  account: string | null
  path: string
  locale: string
}

/** The page of a token as it stands now; undefined where no page has it. */
export async function findOfToken(
  services: PhoneServices,
  request: FastifyRequest<Token>,
): Promise<FoundPhonePage | undefined> {
  const { database, clock } = services
  const parsed = parseToken(request.params.token)
  const companyId = parsed && (await companyOfNumber(database.quick, parsed.publicNumber))
  if (parsed === undefined || companyId === undefined) return undefined
  const company = await knownCompany(database, companyId)
  if (company === undefined) return undefined
  const { hash } = parsed
  const locale = chosenLocale(request, defaultLocale(company.language, company.country))
  const found = await database.read(companyId, async (db) => {
    const page = await findPhonePage(db, hash)
    const debt = page && (await findPhoneDebt(db, paidBy(page)))
    if (page === undefined || debt === undefined) return undefined
    const userId = page.userId
    const [only, ...more] = page.invoiceIds ?? []
    const [payment, isAllowed, pausedUntil, merchant, savingText, order] = await Promise.all([
      page.paymentId === null ? undefined : findPayment(db, page.paymentId),
      isPhonePageAllowed(db, page),
      readPause(db, debt.request?.id, clock.now()),
      findMerchantAccount(db),
      debt.customer === undefined ? null : phoneSavingText(db, locale, { company, userId }),
      only === undefined || more.length > 0 ? undefined : findOrderOfInvoice(db, only),
    ])
    const state = phoneState({ page, debt, payment, isAllowed, pausedUntil })
    const account = merchant?.processorAccount ?? null
    return { page, debt, orderId: order?.id, payment, state, savingText, account }
  })
  if (found === undefined) return undefined
  return { ...found, company, hash, path: `/t/${request.params.token}`, locale }
}

/** Throws `LinkUnknown`, or `TooManyWrongLinks` to whoever tries many. */
export async function mustFindOfToken(
  services: PhoneServices,
  request: FastifyRequest<Token>,
): Promise<FoundPhonePage> {
  const found = await findOfToken(services, request)
  if (found !== undefined) return found
  const seconds = await countWrongLink(services.database, request.ip)
  throw seconds > 0 ? new TooManyWrongLinks(seconds) : new LinkUnknown('This page is not known.')
}

/** Where its person came from: the order, the request, the invoice, or the customer of several; `taken` says by what it was paid. */
export function backUrl(
  { baseUrl }: PhoneServices,
  { page, debt, orderId, payment, state }: FoundPhonePage,
): string {
  const [only, ...more] = page.invoiceIds ?? []
  const path =
    orderId !== undefined
      ? `/orders/${toWireId('ord', orderId)}`
      : only !== undefined && more.length === 0
        ? `/invoices/${toWireId('inv', only)}`
        : debt.request !== undefined
          ? `/pay/requests/${toWireId('req', debt.request.id)}`
          : `/customers/${toWireId('cus', debt.customer?.id ?? '')}`
  const taken = state === 'taken' && payment !== undefined ? `?taken=${toWireId('pay', payment.id)}` : ''
  return `${baseUrl}${path}${taken}`
}
