import type { FastifyRequest } from 'fastify'
import { companyOfNumber, type LinkUrl } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { fromWireId, type Id } from '../../lib/ids.ts'
import { defaultLocale, localeOf } from '../../lib/words.ts'
import { findPayment, type Payment } from '../../payments/index.ts'
import {
  type PageFound,
  type PayServices,
  pageFinder,
  parseToken,
  REQUEST_PURPOSE,
} from '../../requests/index.ts'
import type { PayPageAssets } from './assets.ts'
import { type KnownCompany, knownCompany } from './known-company.ts'
import { countWrongLink, TooManyWrongLinks } from './wrong-links.ts'

export interface PayPageServices extends PayServices {
  linkUrl: LinkUrl
  linkKey: Buffer
  assets: PayPageAssets
  payBaseUrl: string
  sandbox: boolean
}

export interface Found {
  company: KnownCompany
  hash: Buffer
  page: PageFound
  path: string
  locale: string
}

export interface Token {
  Params: { token: string }
  Querystring: { lang?: string; anyway?: string; told?: string }
}
export interface PaymentOf {
  Params: { token: string; payment: string }
  Querystring: { lang?: string; anyway?: string; told?: string }
}

export async function find(
  services: PayPageServices,
  request: FastifyRequest<Token>,
): Promise<Found | undefined> {
  const parsed = parseToken(request.params.token)
  if (parsed === undefined) return undefined
  const companyId = await companyOfNumber(services.database.quick, parsed.publicNumber)
  if (companyId === undefined) return undefined
  const [company, page] = await Promise.all([
    knownCompany(services.database, companyId),
    finderOf(services.database)({ companyId, hash: parsed.hash }),
  ])
  if (company === undefined || page === undefined) return undefined
  const locale = chosenLocale(request, defaultLocale(company.language, company.country))
  return { company, page, hash: parsed.hash, path: `/p/${request.params.token}`, locale }
}

const finders = new WeakMap<Database, ReturnType<typeof pageFinder>>()

function finderOf(database: Database): ReturnType<typeof pageFinder> {
  const known = finders.get(database)
  if (known !== undefined) return known
  const finder = pageFinder(database.quick)
  finders.set(database, finder)
  return finder
}

/** Throws `LinkUnknown`, or `TooManyWrongLinks` to whoever tries many. */
export async function mustFind(
  services: PayPageServices,
  request: Pick<FastifyRequest, 'ip'> & { params: { token: string } },
): Promise<Found> {
  const found = await find(services, request as FastifyRequest<Token>)
  if (found !== undefined) return found
  const seconds = await countWrongLink(services.database, request.ip)
  throw seconds > 0 ? new TooManyWrongLinks(seconds) : new LinkUnknown('This link is not valid.')
}

export class LinkUnknown extends DomainError {
  readonly code = 'link_unknown'
  readonly status = 404
}

/** `?lang=` (the switch), else the browser's, else the company's. */
export function chosenLocale(request: FastifyRequest<Token>, fallback: string): string {
  const { lang } = request.query
  const header = request.headers['accept-language']
  if (lang === 'en' || lang === 'fr') {
    const browser = localeOf(header, fallback)
    return browser.startsWith(lang) ? browser : defaultLocale(lang, fallback.split('-')[1])
  }
  return localeOf(header, fallback)
}

export async function paymentOf(
  { database }: PayPageServices,
  found: Found,
  text: string,
): Promise<Payment | undefined> {
  const id = fromWireId('pay', text) as Id<'pay'> | undefined
  const payment =
    id === undefined ? undefined : await database.read(found.company.id, (db) => findPayment(db, id))
  return payment?.purposeType === REQUEST_PURPOSE && payment.purposeId === found.page.requestId
    ? payment
    : undefined
}
