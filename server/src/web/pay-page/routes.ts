import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Company, companyOfNumber, type LinkUrl } from '../../identity/index.ts'
import type { Currency } from '../../lib/currencies.ts'
import { DomainError } from '../../lib/errors.ts'
import { fromWireId, type Id, toWireId } from '../../lib/ids.ts'
import { formatMoney } from '../../lib/money.ts'
import { email, name } from '../../lib/schemas.ts'
import { defaultLocale, localeOf } from '../../lib/words.ts'
import {
  findMerchantAccount,
  findPayment,
  isOpen,
  type Payment,
  resolvePayment,
} from '../../payments/index.ts'
import { findReceipt, invoicePdf, receiptPdf } from '../../receivables/index.ts'
import {
  findPage,
  openLink,
  type PageFound,
  type PayServices,
  parseToken,
  REQUEST_PURPOSE,
  stateOf,
  submitPayment,
} from '../../requests/index.ts'
import { toProblem } from '../problems.ts'
import type { PayPageAssets } from './assets.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { knownCompany } from './known-company.ts'
import { loadView } from './load-view.ts'
import { renderPayPage, renderUnknownPage } from './render.ts'
import { answerMessage, type PayPageProblem, problemMessage } from './words.ts'

export interface PayPageServices extends PayServices {
  linkUrl: LinkUrl
  assets: PayPageAssets
  payBaseUrl: string
  sandbox: boolean
}

interface Found {
  company: Company
  hash: Buffer
  page: PageFound
  path: string
  locale: string
}

const Submit = Type.Object(
  {
    submit_key: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9-]+$' }),
    confirmation_token: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_]+$' }),
    amount: Type.Integer({ minimum: 1, maximum: 99_999_999 }),
    currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
    name: Type.Optional(Type.Union([name, Type.Null()])),
    email: Type.Optional(Type.Union([email, Type.Null()])),
  },
  { additionalProperties: false },
)

/** The pay page and what its script asks (PROTOCOL.md). Whoever holds the token may ask; nobody else learns anything. */
export function payPageRoutes(server: FastifyInstance, services: PayPageServices): void {
  const hide = { schema: { hide: true } }
  server.addHook('onSend', async (_, reply) => {
    reply.header('x-robots-tag', 'noindex')
  })

  server.get<Token>('/p/:token', hide, async (request, reply) => {
    const found = await find(services, request)
    const locale = found?.locale ?? chosenLocale(request, 'en-US')
    const view =
      found === undefined
        ? null
        : await loadView(services, found.company, found.page, {
            ...found,
            now: services.clock.now(),
            pathOf: (linkId) => new URL(services.linkUrl(found.company, linkId)).pathname,
          })
    const scriptOrigin = new URL(services.processor.scriptUrl).origin
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(view, { scriptOrigin }))
    if (view === null)
      return reply.code(404).send(renderUnknownPage(locale, services.sandbox, services.assets))
    return reply.send(renderPayPage(view, services.assets))
  })

  server.post<Token>('/p/:token/opened', hide, async (request, reply) => {
    const { company, hash } = await mustFind(services, request)
    await services.database.write(company.id, (tx) => openLink(tx, services.clock.now(), hash))
    return reply.code(204).send()
  })

  server.get<Token>('/p/:token/status', hide, async (request) => {
    const { page, locale } = await mustFind(services, request)
    const amount = page.facts.live.open
    return {
      state: stateOf(page, services.clock.now()),
      amount: Number(amount),
      display: formatMoney(amount, page.currency as Currency, locale),
    }
  })

  server.post<Token & { Body: Static<typeof Submit> }>(
    '/p/:token/payments',
    { schema: { hide: true, body: Submit } },
    async (request, reply) => {
      const found = await mustFind(services, request)
      const { body } = request
      try {
        const { payment, clientSecret } = await submitPayment(services, found.company, {
          tokenHash: found.hash,
          submitKey: body.submit_key,
          confirmationToken: body.confirmation_token,
          amount: BigInt(body.amount),
          currency: body.currency.toUpperCase(),
          name: body.name ?? null,
          email: body.email ?? null,
          locale: found.locale,
          returnUrl: `${services.payBaseUrl}${found.path}`,
        })
        return answer(found.locale, payment, clientSecret ?? (await secretOf(services, found, payment)))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return sayProblem(reply, error, found)
      }
    },
  )

  for (const verb of ['refresh', 'resume', 'give_up'] as const) {
    server.post<PaymentOf>(`/p/:token/payments/:payment/${verb}`, hide, async (request, reply) => {
      const found = await mustFind(services, request)
      const known = await paymentOf(services, found, request.params.payment)
      if (known === undefined) return reply.callNotFound()
      const actor = { type: 'payer' as const, id: found.page.linkId }
      const payment =
        isOpen(known.state) && verb !== 'resume'
          ? ((await resolvePayment(services, found.company.id, known.id, {
              actor,
              giveUp: verb === 'give_up',
            })) ?? known)
          : known
      return answer(
        found.locale,
        payment,
        verb === 'resume' ? await secretOf(services, found, payment) : null,
      )
    })
  }

  server.get<PaymentOf>('/p/:token/receipts/:payment.pdf', hide, async (request, reply) => {
    const found = await mustFind(services, request)
    const payment = await paymentOf(services, found, request.params.payment)
    const receipt =
      payment === undefined
        ? undefined
        : await services.database.read(found.company.id, (db) => findReceipt(db, payment.id))
    if (receipt === undefined) return reply.callNotFound()
    return sendPdf(reply, await receiptPdf(receipt, found.locale))
  })

  server.get<Token & { Params: { invoice: string } }>(
    '/p/:token/invoices/:invoice.pdf',
    hide,
    async (request, reply) => {
      const found = await mustFind(services, request)
      const id = fromWireId('inv', request.params.invoice)
      if (id === undefined || !found.page.snapshot.documents.some((document) => document.id === id))
        return reply.callNotFound()
      const payUrl = `${services.payBaseUrl}${found.path}`
      return sendPdf(
        reply,
        await invoicePdf(services.database, found.company.id, id, { locale: found.locale, payUrl }),
      )
    },
  )

  server.get<{ Params: { '*': string } }>('/assets/*', hide, async (request, reply) => {
    const asset = services.assets.find(request.url.split('?')[0] ?? '')
    if (asset === undefined) return reply.callNotFound()
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const packed = accepted.includes('br')
      ? (['br', asset.brotli] as const)
      : (['gzip', accepted.includes('gzip') ? asset.gzip : null] as const)
    if (packed[1] !== null) reply.header('content-encoding', packed[0])
    return reply
      .type(asset.contentType)
      .header('cache-control', asset.cacheControl)
      .header('vary', 'accept-encoding')
      .send(packed[1] ?? asset.body)
  })
}

interface Token {
  Params: { token: string }
  Querystring: { lang?: string }
}
interface PaymentOf {
  Params: { token: string; payment: string }
  Querystring: { lang?: string }
}

async function find(services: PayPageServices, request: FastifyRequest<Token>): Promise<Found | undefined> {
  const parsed = parseToken(request.params.token)
  if (parsed === undefined) return undefined
  const companyId = await companyOfNumber(services.database.global, parsed.publicNumber)
  if (companyId === undefined) return undefined
  const [company, page] = await Promise.all([
    knownCompany(services.database, companyId),
    findPage(services.database.global, companyId, parsed.hash),
  ])
  if (company === undefined || page === undefined) return undefined
  const locale = chosenLocale(request, defaultLocale(company.language, company.country))
  return { company, page, hash: parsed.hash, path: `/p/${request.params.token}`, locale }
}

async function mustFind(services: PayPageServices, request: { params: { token: string } }): Promise<Found> {
  const found = await find(services, request as FastifyRequest<Token>)
  if (found === undefined) throw new LinkUnknown('This link is not valid.')
  return found
}

export class LinkUnknown extends DomainError {
  readonly code = 'link_unknown'
  readonly status = 404
}

/** `?lang=` (the switch), else the browser's, else the company's. */
function chosenLocale(request: FastifyRequest<Token>, fallback: string): string {
  const { lang } = request.query
  const header = request.headers['accept-language']
  if (lang === 'en' || lang === 'fr') {
    const browser = localeOf(header, fallback)
    return browser.startsWith(lang) ? browser : defaultLocale(lang, fallback.split('-')[1])
  }
  return localeOf(header, fallback)
}

async function paymentOf(
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

async function secretOf(
  { database, processor }: PayPageServices,
  found: Found,
  payment: Payment,
): Promise<string | null> {
  if (payment.state !== 'requires_action' || payment.processorReference === null) return null
  const account = await database.read(found.company.id, findMerchantAccount)
  return processor.clientSecret(account?.processorAccount ?? null, payment.processorReference)
}

const ANSWER_STATE = {
  succeeded: 'succeeded',
  processing: 'processing',
  requires_action: 'requires_action',
  failed: 'declined',
  canceled: 'canceled',
} as const

function answer(locale: string, payment: Payment, clientSecret: string | null) {
  const state = ANSWER_STATE[payment.state as keyof typeof ANSWER_STATE] ?? 'unsure'
  return {
    payment: toWireId('pay', payment.id),
    state,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    message: answerMessage(locale, state, payment.declineCode),
    submit_key: randomUUID(),
  }
}

const SPOKEN: ReadonlySet<string> = new Set([
  'amount_changed',
  'payment_under_way',
  'nothing_is_owed',
  'too_many_tries',
  'link_not_payable',
])

/** A refusal in the payer's language; a changed amount with the new one. */
function sayProblem(reply: FastifyReply, error: DomainError, { locale, page }: Found) {
  const problem = toProblem(error)
  const amount = typeof problem.amount === 'number' ? BigInt(problem.amount) : undefined
  const display = amount === undefined ? undefined : formatMoney(amount, page.currency as Currency, locale)
  const message = SPOKEN.has(error.code)
    ? problemMessage(locale, error.code as PayPageProblem, display === undefined ? {} : { amount: display })
    : problem.detail
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify({ ...problem, ...(display === undefined ? {} : { display }), message }))
}

function sendPdf(reply: FastifyReply, { fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(Buffer.from(bytes))
}
