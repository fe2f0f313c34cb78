import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCustomer } from '../../customers/index.ts'
import { companyOfNumber } from '../../identity/index.ts'
import { addressKey } from '../../lib/address-key.ts'
import { DomainError } from '../../lib/errors.ts'
import { fromWireId, toWireId } from '../../lib/ids.ts'
import { email, name } from '../../lib/schemas.ts'
import { defaultLocale } from '../../lib/words.ts'
import { findMerchantAccount, findSetup, listSetups, resolveSetup, type Setup } from '../../payments/index.ts'
import {
  findMethodRequestByHash,
  formState,
  type MethodRequest,
  parseToken,
  submitMethodForm,
} from '../../requests/index.ts'
import { contentSecurityPolicy } from '../pay-page/content-security-policy.ts'
import { chosenLocale, LinkUnknown, type PayPageServices, type Token } from '../pay-page/find-page.ts'
import { type KnownCompany, knownCompany } from '../pay-page/known-company.ts'
import { sendUnknownPage } from '../pay-page/send-page.ts'
import { countWrongLink, TooManyWrongLinks } from '../pay-page/wrong-links.ts'
import { sendProblem, toProblem } from '../problems.ts'
import { renderForm } from './render-form.ts'
import { formWords } from './words.ts'

interface Found {
  company: KnownCompany
  request: MethodRequest
  hash: Buffer
  path: string
  locale: string
}

interface SetupOf {
  Params: { token: string; setup: string }
  Querystring: Token['Querystring']
}

const Submit = Type.Object(
  {
    method: Type.Enum(['card', 'ach']),
    confirmation_token: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_]+$' }),
    name: Type.Optional(Type.Union([name, Type.Null()])),
    email: Type.Optional(Type.Union([email, Type.Null()])),
    consent: Type.String({ maxLength: 40 }),
  },
  { additionalProperties: false },
)

const hide = { schema: { hide: true } }

/** R-071 R-072 R-073: the form that a customer was mailed, on the origin of pay pages. Whoever holds its token may use it. */
export function methodPageRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.addHook('onSend', (_, reply, payload, done) => {
    reply.header('x-robots-tag', 'noindex')
    done(null, payload)
  })
  server.get<Token>('/m/:token', hide, async (request, reply) => {
    const found = await find(services, request)
    return found === undefined ? sendUnknownPage(services, request, reply) : sendForm(services, reply, found)
  })

  server.post<Token & { Body: Static<typeof Submit> }>(
    '/m/:token/setups',
    { schema: { hide: true, body: Submit } },
    async (request, reply) => {
      const found = await mustFind(services, request)
      const { body } = request
      try {
        const { setup, clientSecret } = await submitMethodForm(services, found.company, {
          tokenHash: found.hash,
          type: body.method,
          confirmationToken: body.confirmation_token,
          name: body.name ?? null,
          email: body.email ?? null,
          locale: found.locale,
          address: addressKey(request.ip),
          returnUrl: `${services.payBaseUrl}${found.path}`,
          consent: {
            version: body.consent,
            ip: request.ip,
            userAgent: (request.headers['user-agent'] ?? '').slice(0, 500),
          },
        })
        return answer(found.locale, setup, clientSecret)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return sendProblem(reply, { ...toProblem(error), message: sentence(found, error) })
      }
    },
  )

  server.post<SetupOf>('/m/:token/setups/:setup/refresh', hide, async (request, reply) => {
    const found = await mustFind(services, request)
    const { company } = found
    const id = fromWireId('set', request.params.setup)
    const known = id && (await services.database.read(company.id, (db) => findSetup(db, id)))
    if (known?.purposeId !== found.request.id) return reply.callNotFound()
    const actor = { type: 'payer' as const, id: found.request.id }
    const setup = (await resolveSetup(services, company.id, known.id, actor)) ?? known
    return answer(found.locale, setup, null)
  })
}

async function find(services: PayPageServices, request: FastifyRequest<Token>): Promise<Found | undefined> {
  const parsed = parseToken(request.params.token)
  const companyId = parsed && (await companyOfNumber(services.database.quick, parsed.publicNumber))
  if (parsed === undefined || companyId === undefined) return undefined
  const [company, found] = await Promise.all([
    knownCompany(services.database, companyId),
    services.database.read(companyId, (db) => findMethodRequestByHash(db, parsed.hash)),
  ])
  if (company === undefined || found === undefined) return undefined
  const locale = chosenLocale(request, defaultLocale(company.language, company.country))
  return { company, request: found, hash: parsed.hash, path: `/m/${request.params.token}`, locale }
}

/** Throws `LinkUnknown`, or `TooManyWrongLinks` to whoever tries many. */
async function mustFind(
  services: PayPageServices,
  request: Pick<FastifyRequest, 'ip'> & { params: { token: string } },
): Promise<Found> {
  const found = await find(services, request as FastifyRequest<Token>)
  if (found !== undefined) return found
  const seconds = await countWrongLink(services.database, request.ip)
  throw seconds > 0 ? new TooManyWrongLinks(seconds) : new LinkUnknown('This link is not valid.')
}

async function sendForm(
  services: PayPageServices,
  reply: FastifyReply,
  { company, request, path, locale }: Found,
): Promise<FastifyReply> {
  const { processor, database } = services
  const { account, customer, last } = await database.read(company.id, async (db) => ({
    account: await findMerchantAccount(db),
    customer: await findCustomer(db, request.customerId),
    last: (await listSetups(db, request.id))[0]?.state,
  }))
  const known = formState(request, services.clock.now())
  const state = known === 'open' && (last === 'created' || last === 'unknown') ? 'unsure' : known
  const takesBanks =
    account?.capabilities.includes('us_bank_account_ach_payments') &&
    account.settlementCurrencies.includes('USD')
  const form =
    state === 'open'
      ? {
          publishableKey: processor.publishableKey,
          account: account?.processorAccount ?? null,
          scriptUrl: processor.scriptUrl,
        }
      : null
  const page = renderForm(
    {
      state,
      locale,
      sandbox: services.sandbox,
      path,
      company: { ...company, name: company.displayName },
      customerName: customer?.name ?? '',
      expiresAt: request.expiresAt,
      methods: takesBanks ? ['card', 'ach'] : ['card'],
      currency: takesBanks ? 'usd' : company.currency.toLowerCase(),
      form,
    },
    services.assets,
  )
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy({ form }, processor))
    .send(page)
}

const STATES = {
  succeeded: 'succeeded',
  requires_action: 'requires_action',
  failed: 'declined',
  created: 'unsure',
  unknown: 'unsure',
} as const

function answer(locale: string, setup: Setup, clientSecret: string | null) {
  const state = STATES[setup.state]
  const say = formWords(locale)
  return {
    setup: toWireId('set', setup.id),
    state,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    message: say(state === 'succeeded' ? 'completed' : state === 'requires_action' ? 'confirming' : state),
  }
}

const SENTENCES: Readonly<Record<string, Parameters<ReturnType<typeof formWords>>[0]>> = {
  mandate_not_accepted: 'owner',
  too_many_tries: 'tooMany',
  too_many_tries_from_address: 'paused',
  card_payments_paused: 'paused',
}

function sentence({ locale, company }: Found, error: DomainError): string {
  return formWords(locale)(SENTENCES[error.code] ?? 'refused', { company: company.displayName })
}
