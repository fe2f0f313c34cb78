import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Currency } from '../../../lib/currencies.ts'
import { DomainError } from '../../../lib/errors.ts'
import { toWireId } from '../../../lib/ids.ts'
import { formatMoney } from '../../../lib/money.ts'
import { email, name } from '../../../lib/schemas.ts'
import { languageOf } from '../../../lib/words.ts'
import { isOpen, type Payment, resolvePayment } from '../../../payments/index.ts'
import { PhonePageEnded, takeByPhone } from '../../../requests/index.ts'
import { sendProblem, toProblem } from '../../problems.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import type { PaymentOf, Token } from '../find-page.ts'
import { accepted } from '../payment.routes.ts'
import { showPage } from '../plain-forms.ts'
import { RETURN_PATH } from '../return.routes.ts'
import { sendUnknownPage } from '../send-page.ts'
import {
  backUrl,
  type FoundPhonePage,
  findOfToken,
  mustFindOfToken,
  type PhoneServices,
} from './find-phone-page.ts'
import { phoneDecline, phoneWords } from './phone-words.ts'
import { renderPhonePage, usesProcessor } from './render-phone-page.ts'

const Submit = Type.Object(
  {
    submit_key: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9-]+$' }),
    confirmation_token: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_]+$' }),
    amount: Type.Integer({ minimum: 1, maximum: 99_999_999 }),
    currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
    method: Type.Optional(Type.Literal('card')),
    name: Type.Optional(Type.Union([name, Type.Null()])),
    email: Type.Optional(Type.Union([email, Type.Null()])),
    save: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)

const hide = { schema: { hide: true } }

/**
 * The page on which staff enter the card of a customer on the phone, and what its script asks (PROTOCOL.md). It stands on
 * the pay pages' origin, where no cookie of the dashboard comes: its token is its right, as long as its person's session
 * lives and may receive payments.
 */
export function phoneRoutes(server: FastifyInstance, services: PhoneServices): void {
  server.get<Token>('/t/:token', hide, async (request, reply) => {
    const found = await findOfToken(services, request)
    if (found === undefined) return sendUnknownPage(services, request, reply)
    if (found.state === 'taken') return reply.redirect(backUrl(services, found), 303)
    const form = usesProcessor(found.state) ? {} : null
    return reply
      .code(found.state === 'ended' ? 410 : 200)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy({ form }, services.processor))
      .send(renderPhonePage(services, found))
  })

  server.get<Token>('/t/:token/status', hide, async (request) => {
    const { state, page, locale } = await mustFindOfToken(services, request)
    return {
      state,
      amount: Number(page.amount),
      display: formatMoney(page.amount, page.currency as Currency, locale),
    }
  })

  server.post<Token & { Body: Static<typeof Submit> }>(
    '/t/:token/payments',
    { schema: { hide: true, body: Submit } },
    async (request, reply) => {
      const found = await mustFindOfToken(services, request)
      const { body } = request
      try {
        const { payment, clientSecret } = await takeByPhone(services, found.company, {
          tokenHash: found.hash,
          submitKey: body.submit_key,
          confirmationToken: body.confirmation_token,
          amount: BigInt(body.amount),
          currency: body.currency.toUpperCase(),
          name: body.name ?? null,
          email: body.email ?? null,
          save: accepted(body.save, request),
          locale: found.locale,
          returnUrl: `${services.payBaseUrl}${found.path}${RETURN_PATH}?lang=${languageOf(found.locale)}`,
        })
        return answer(found, payment, clientSecret ?? (await secretOf(services, found, payment)))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        // What the page is by now it says itself once its script has it again, in its own language.
        return sendProblem(reply, toProblem(error))
      }
    },
  )

  for (const verb of ['refresh', 'resume', 'give_up'] as const) {
    server.post<PaymentOf>(`/t/:token/payments/:payment/${verb}`, hide, async (request, reply) => {
      const found = await mustFindOfToken(services, request)
      const { page, payment: known } = found
      if (known === undefined || toWireId('pay', known.id) !== request.params.payment)
        return reply.callNotFound()
      if (found.state === 'ended') throw new PhonePageEnded()
      const actor = { type: 'staff' as const, id: page.userId }
      const payment =
        isOpen(known.state) && verb !== 'resume'
          ? ((await resolvePayment(services, found.company.id, known.id, {
              actor,
              giveUp: verb === 'give_up',
            })) ?? known)
          : known
      return answer(found, payment, verb === 'resume' ? await secretOf(services, found, payment) : null)
    })
  }

  server.get<Token>(`/t/:token${RETURN_PATH}`, hide, async (request, reply) => {
    const found = await findOfToken(services, request)
    if (found === undefined) return sendUnknownPage(services, request, reply)
    const { payment, page, state } = found
    if (payment !== undefined && isOpen(payment.state) && state !== 'ended') {
      const actor = { type: 'staff' as const, id: page.userId }
      await resolvePayment(services, found.company.id, payment.id, { actor })
    }
    const { lang } = request.query
    return showPage(reply, found.path, lang === undefined ? {} : { lang })
  })
}

async function secretOf(
  { processor }: PhoneServices,
  { account }: FoundPhonePage,
  { state, processorReference }: Payment,
): Promise<string | null> {
  if (state !== 'requires_action' || processorReference === null) return null
  return processor.clientSecret(account, processorReference)
}

const ANSWERS = {
  succeeded: ['succeeded', 'done'],
  processing: ['processing', 'done'],
  requires_action: ['requires_action', 'confirming'],
  failed: ['declined', 'declined'],
  canceled: ['canceled', 'canceled'],
} as const

function answer({ locale }: FoundPhonePage, payment: Payment, clientSecret: string | null) {
  const [state, word] = ANSWERS[payment.state as keyof typeof ANSWERS] ?? ['unsure', 'checking']
  return {
    payment: toWireId('pay', payment.id),
    state,
    ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    message:
      state === 'declined' ? phoneDecline(locale, payment.declineCode).join(' ') : phoneWords(locale)(word),
    submit_key: randomUUID(),
  }
}
