import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Stripe } from 'stripe'
import { framedPageHeaders } from './page-policy.ts'
import { type ChallengeLanguage, challengeOverPage, challengePage } from './pages/challenge-page.ts'
import { describePayment, payeeOf } from './processor/charge-card.ts'
import { finishAuthentication } from './processor/confirm-payment-intent.ts'
import { parseForm } from './processor/form.ts'
import { finishSetup } from './processor/setup-intents.ts'
import { callOf } from './sandbox.routes.ts'
import type { World } from './world.ts'

type Opened = {
  intent: Stripe.PaymentIntent
  account: string
  returnUrl: string | null
  language: ChallengeLanguage
}

/** The bank's page of 3-D Secure, in a frame over the pay page or on its own with a way back. */
export function registerChallenge(app: FastifyInstance, world: World): void {
  app.get('/3d-secure/:id', async (request, reply) => {
    const setup = openSetup(world, request)
    if (setup) return reply.headers(framedPageHeaders("'self'")).send(setupPage(world, request.url, setup))
    const opened = open(world, request)
    if (!opened) return reply.code(404).headers(framedPageHeaders()).send('No such payment.')
    if (opened.intent.status !== 'requires_action') return over(reply, opened, true)
    const method = world.store.get('payment_method', opened.account, String(opened.intent.payment_method))
    const back = opened.returnUrl ? ` ${new URL(opened.returnUrl).origin}` : ''
    return reply.headers(framedPageHeaders(`'self'${back}`)).send(
      challengePage({
        action: request.url,
        ...describePayment(world, opened.account, opened.intent, opened.language),
        last4: method?.card?.last4 ?? '',
        language: opened.language,
      }),
    )
  })

  app.post('/3d-secure/:id', async (request, reply) => {
    const setup = openSetup(world, request)
    if (setup) {
      const answer = parseForm(typeof request.body === 'string' ? request.body : '')
      if (setup.intent.status === 'requires_action') {
        finishSetup(callOf(world, setup.account), setup.intent, answer.outcome === 'complete')
        await world.store.flush()
        setImmediate(() => void world.webhooks.wake())
      }
      return reply.headers(framedPageHeaders()).send(challengeOverPage(setup.language, false))
    }
    const opened = open(world, request)
    if (!opened) return reply.code(404).headers(framedPageHeaders()).send('No such payment.')
    const { outcome } = parseForm(typeof request.body === 'string' ? request.body : '')
    if (opened.intent.status === 'requires_action') {
      finishAuthentication(callOf(world, opened.account), opened.intent, outcome === 'complete')
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return over(reply, opened, false)
  })
}

/** A card that is saved without being charged: asked in a frame over the page alone. */
function openSetup(world: World, request: FastifyRequest) {
  const { id } = request.params as { id: string }
  const query = request.query as { client_secret?: string; locale?: string }
  const account = world.store.accountOf('setup_intent', id)
  const intent = account === undefined ? undefined : world.store.get('setup_intent', account, id)
  if (!account || !intent || intent.client_secret !== query.client_secret) return null
  const french = /^\s*fr\b/i.test(query.locale ?? request.headers['accept-language'] ?? '')
  const language: ChallengeLanguage = french ? 'fr' : 'en'
  return { intent, account, language }
}

function setupPage(
  world: World,
  action: string,
  { intent, account, language }: NonNullable<ReturnType<typeof openSetup>>,
): string {
  if (intent.status !== 'requires_action') return challengeOverPage(language, true)
  const method = world.store.get('payment_method', account, String(intent.payment_method))
  return challengePage({
    action,
    amount: null,
    payee: payeeOf(world, account),
    last4: method?.card?.last4 ?? '',
    language,
  })
}

function open(world: World, request: FastifyRequest): Opened | null {
  const { id } = request.params as { id: string }
  const query = request.query as { client_secret?: string; return_url?: string; locale?: string }
  const account = world.store.accountOf('payment_intent', id)
  const intent = account === undefined ? undefined : world.store.get('payment_intent', account, id)
  if (!account || !intent || intent.client_secret !== query.client_secret) return null
  const back = URL.parse(query.return_url ?? '')
  const returnUrl = back && /^https?:$/.test(back.protocol) ? back.href : null
  const french = /^\s*fr\b/i.test(query.locale ?? request.headers['accept-language'] ?? '')
  return { intent, account, returnUrl, language: french ? 'fr' : 'en' }
}

function over(reply: FastifyReply, { intent, returnUrl, language }: Opened, decided: boolean): FastifyReply {
  if (!returnUrl) return reply.headers(framedPageHeaders()).send(challengeOverPage(language, decided))
  const url = new URL(returnUrl)
  url.searchParams.set('payment_intent', intent.id)
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '')
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed')
  return reply.redirect(url.href, 303)
}
