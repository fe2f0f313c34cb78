import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Stripe } from 'stripe'
import { mailPlan } from './mail/affirm-plan.ts'
import { framedPageHeaders } from './page-policy.ts'
import { type AffirmLanguage, affirmOverPage, affirmPage } from './pages/affirm-page.ts'
import { finishAffirm, isAffirmOutcome, waitsForAffirm } from './processor/affirm.ts'
import { describePayment } from './processor/charge-card.ts'
import { parseForm } from './processor/form.ts'
import { callOf } from './sandbox.routes.ts'
import type { World } from './world.ts'

type Opened = {
  intent: Stripe.PaymentIntent
  account: string
  returnUrl: string | null
  language: AffirmLanguage
}

/** Affirm's own page, to which a payer is sent and from which they come back. */
export function registerAffirm(app: FastifyInstance, world: World): void {
  app.get('/affirm/:id', async (request, reply) => {
    const opened = open(world, request)
    if (!opened) return reply.code(404).headers(framedPageHeaders()).send('No such payment.')
    if (!waitsForAffirm(opened.intent)) return over(reply, opened)
    const back = opened.returnUrl ? ` ${new URL(opened.returnUrl).origin}` : ''
    const { intent, account, language } = opened
    return reply.headers(framedPageHeaders(`'self'${back}`)).send(
      affirmPage({
        action: request.url,
        ...describePayment(world, account, intent, language),
        month: describePayment(world, account, { ...intent, amount: Math.ceil(intent.amount / 4) }, language)
          .amount,
        language,
      }),
    )
  })

  app.post('/affirm/:id', async (request, reply) => {
    const opened = open(world, request)
    if (!opened) return reply.code(404).headers(framedPageHeaders()).send('No such payment.')
    const { outcome } = parseForm(typeof request.body === 'string' ? request.body : '')
    if (waitsForAffirm(opened.intent) && isAffirmOutcome(outcome)) {
      const method = world.store.get('payment_method', opened.account, String(opened.intent.payment_method))
      finishAffirm(callOf(world, opened.account), opened.intent, outcome)
      const email = method?.billing_details.email
      if (outcome === 'accept' && email) await mailPlan(world, opened.account, opened.intent, email)
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return over(reply, opened)
  })
}

function open(world: World, request: FastifyRequest): Opened | null {
  const { id } = request.params as { id: string }
  const query = request.query as { client_secret?: string; return_url?: string }
  const account = world.store.accountOf('payment_intent', id)
  const intent = account === undefined ? undefined : world.store.get('payment_intent', account, id)
  if (!account || !intent || intent.client_secret !== query.client_secret) return null
  const back = URL.parse(query.return_url ?? '')
  const returnUrl = back && /^https?:$/.test(back.protocol) ? back.href : null
  const french = /^\s*fr\b/i.test(request.headers['accept-language'] ?? '')
  return { intent, account, returnUrl, language: french ? 'fr' : 'en' }
}

function over(reply: FastifyReply, { intent, returnUrl, language }: Opened): FastifyReply {
  if (!returnUrl) return reply.headers(framedPageHeaders()).send(affirmOverPage(language))
  const url = new URL(returnUrl)
  url.searchParams.set('payment_intent', intent.id)
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '')
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed')
  return reply.redirect(url.href, 303)
}
