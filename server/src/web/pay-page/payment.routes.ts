import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { addressKey } from '../../lib/address-key.ts'
import type { Currency } from '../../lib/currencies.ts'
import { DomainError } from '../../lib/errors.ts'
import { toWireId } from '../../lib/ids.ts'
import { METHODS } from '../../lib/methods.ts'
import { formatMoney } from '../../lib/money.ts'
import { email, name } from '../../lib/schemas.ts'
import { languageOf } from '../../lib/words.ts'
import { findMerchantAccount, isOpen, type Payment, resolvePayment } from '../../payments/index.ts'
import { explainChange, submitPayment } from '../../requests/index.ts'
import { sendProblem, toProblem } from '../problems.ts'
import { affirmRefusal, affirmWords } from './affirm-words.ts'
import { amountNow } from './change-words.ts'
import {
  type Found,
  mustFind,
  type PaymentOf,
  type PayPageServices,
  paymentOf,
  type Token,
} from './find-page.ts'
import { type Refusal, refusalMessage } from './refusal-words.ts'
import { RETURN_PATH } from './return.routes.ts'
import {
  answerMessage,
  debitMessage,
  type PaymentAnswerState,
  type PayPageProblem,
  problemMessage,
} from './words.ts'

const Submit = Type.Object(
  {
    submit_key: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9-]+$' }),
    method: Type.Optional(Type.Enum([...METHODS])),
    confirmation_token: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_]+$' }),
    amount: Type.Integer({ minimum: 1, maximum: 99_999_999 }),
    currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
    name: Type.Optional(Type.Union([name, Type.Null()])),
    email: Type.Optional(Type.Union([email, Type.Null()])),
    anyway: Type.Optional(Type.Boolean()),
    mandate: Type.Optional(Type.String({ maxLength: 40 })),
    save: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)

/** Paying, and asking what became of it. */
export function paymentRoutes(server: FastifyInstance, services: PayPageServices): void {
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
          method: body.method ?? 'card',
          confirmationToken: body.confirmation_token,
          amount: BigInt(body.amount),
          currency: body.currency.toUpperCase(),
          name: body.name ?? null,
          email: body.email ?? null,
          anyway: body.anyway ?? false,
          mandate: accepted(body.mandate, request),
          save: accepted(body.save, request),
          locale: found.locale,
          address: addressKey(request.ip),
          returnUrl: `${services.payBaseUrl}${found.path}${RETURN_PATH}?lang=${languageOf(found.locale)}`,
        })
        return answer(found.locale, payment, clientSecret ?? (await secretOf(services, found, payment)))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return sayProblem(services, reply, error, { found, shown: BigInt(body.amount) })
      }
    },
  )

  for (const verb of ['refresh', 'resume', 'give_up'] as const) {
    server.post<PaymentOf>(
      `/p/:token/payments/:payment/${verb}`,
      { schema: { hide: true } },
      async (request, reply) => {
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
      },
    )
  }
}

/** The version of a text that was agreed to, with how: null where nothing was. */
export function accepted(
  version: string | undefined,
  { ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>,
) {
  return version === undefined
    ? null
    : { version, ip, userAgent: (headers['user-agent'] ?? '').slice(0, 500) }
}

async function secretOf(
  { database, processor }: PayPageServices,
  found: Found,
  payment: Payment,
): Promise<string | null> {
  if (payment.state !== 'requires_action' || payment.verifyBy !== null || payment.processorReference === null)
    return null
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
    message: messageOf(locale, state, payment),
    submit_key: randomUUID(),
  }
}

function messageOf(
  locale: string,
  state: PaymentAnswerState,
  { method, declineCode }: Pick<Payment, 'method' | 'declineCode'>,
): string {
  if (method === 'bnpl' && state === 'requires_action') return affirmWords(locale)('going')
  if (method === 'bnpl' && state === 'declined') return affirmRefusal(locale, declineCode).join(' ')
  if (method === 'ach' && state === 'declined') return debitMessage(locale, declineCode)
  return answerMessage(locale, state, declineCode)
}

const SPOKEN: ReadonlySet<string> = new Set([
  'amount_changed',
  'payment_under_way',
  'nothing_is_owed',
  'too_many_tries',
  'link_not_payable',
  'method_not_offered',
  'mandate_not_accepted',
  'consent_outdated',
])

const REFUSALS: ReadonlySet<string> = new Set(['too_many_tries_from_address', 'card_payments_paused'])

/** A refusal in the payer's language; a changed amount with the new one and with what made it so. */
async function sayProblem(
  { database }: PayPageServices,
  reply: FastifyReply,
  error: DomainError,
  { found: { company, page, locale }, shown }: { found: Found; shown: bigint },
) {
  const problem = toProblem(error)
  const { retry_after_seconds: seconds } = problem
  if (REFUSALS.has(error.code) && typeof seconds === 'number') {
    const message = refusalMessage(locale, error.code as Refusal, reachable(company), seconds)
    return sendProblem(reply, { ...problem, message })
  }
  const currency = page.currency as Currency
  const amount = typeof problem.amount === 'number' ? BigInt(problem.amount) : undefined
  const display = amount === undefined ? {} : { display: formatMoney(amount, currency, locale) }
  const changed =
    error.code !== 'amount_changed' || amount === undefined
      ? {}
      : {
          now: amountNow(
            amount,
            await database.read(company.id, (db) =>
              explainChange(db, page.requestId, { shown, open: amount }),
            ),
            { currency, locale },
          ),
        }
  const message = SPOKEN.has(error.code)
    ? problemMessage(locale, error.code as PayPageProblem, changed)
    : problem.detail
  return sendProblem(reply, { ...problem, ...display, message })
}

function reachable({ displayName: name, phone, email }: Found['company']) {
  return { name, phone, email }
}
