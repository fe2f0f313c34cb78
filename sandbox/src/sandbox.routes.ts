import type { FastifyInstance, FastifyReply } from 'fastify'
import { advanceClock, showClock } from './advance-clock.ts'
import { type Fault, requestFaults, webhookFaults } from './faults.ts'
import { newId } from './ids.ts'
import { affirmOutcomes, finishAffirm, isAffirmOutcome, tokenOfAffirm } from './processor/affirm.ts'
import { ApiError } from './processor/api-error.ts'
import { tokenOfBank } from './processor/bank-token.ts'
import type { Call } from './processor/call.ts'
import { fundCash } from './processor/cash-balance.ts'
import { finishAuthentication } from './processor/confirm-payment-intent.ts'
import { tokenOfCard } from './processor/create-confirmation-token.ts'
import { deviceWallets, setDeviceWallets } from './processor/domains.ts'
import { runDue } from './processor/due.ts'
import { decide, decisions, isDecision } from './processor/onboarding.ts'
import { debitEnds, isDebitEnd, playDebit } from './processor/play-debit.ts'
import { disputeActs, isDisputeAct, playDispute } from './processor/play-dispute.ts'
import { isRefundAct, playRefund, refundActs } from './processor/play-refund.ts'
import { finishSetup } from './processor/setup-intents.ts'
import { apiVersion, type World } from './world.ts'

type Body = { [name: string]: unknown }

/** What a program can do to the sandbox itself; the pages use the same. */
export function registerSandboxRoutes(app: FastifyInstance, world: World): void {
  const clock = () => showClock(world)

  app.get('/sandbox/info', async () => ({
    smtp_port: world.smtpPort,
    publishable_key: world.publishableKey,
    platform_account: world.platformAccount,
    api_version: apiVersion,
    clock: clock(),
  }))

  app.get('/sandbox/clock', async () => clock())

  app.post('/sandbox/clock/advance', async (request, reply) => {
    const { seconds } = bodyOf(request.body)
    if (!Number.isSafeInteger(seconds) || Number(seconds) < 0) {
      return refuse(reply, 'seconds must be a whole number, zero or more: the clock never goes back.')
    }
    await advanceClock(world, Number(seconds))
    return clock()
  })

  app.get('/sandbox/faults', async () => ({ data: world.faults.list() }))

  app.post('/sandbox/faults', async (request, reply) => {
    const fault = readFault(bodyOf(request.body))
    if (typeof fault === 'string') return refuse(reply, fault)
    return world.faults.add(fault)
  })

  app.delete('/sandbox/faults', async () => {
    world.faults.clear()
    return { data: [] }
  })

  app.post('/sandbox/confirmation_tokens', async (request, reply) => {
    const body = bodyOf(request.body)
    const account = String(request.headers['stripe-account'] ?? body.account ?? world.platformAccount)
    if (!world.store.get('account', world.platformAccount, account))
      return refuse(reply, `No such account: ${account}`)
    return answer(reply, world, () =>
      tokenOfCard(
        callOf(world, account),
        {
          number: String(body.number ?? ''),
          expMonth: Number(body.exp_month),
          expYear: Number(body.exp_year),
          cvc: body.cvc === undefined || body.cvc === null ? null : String(body.cvc),
          name: typeof body.name === 'string' ? body.name : null,
          wallet: body.wallet === 'apple_pay' || body.wallet === 'google_pay' ? body.wallet : undefined,
        },
        { returnUrl: null, email: typeof body.email === 'string' ? body.email : null },
      ),
    )
  })

  app.post('/sandbox/bank_tokens', async (request, reply) => {
    const body = bodyOf(request.body)
    const account = String(request.headers['stripe-account'] ?? body.account ?? world.platformAccount)
    if (!world.store.get('account', world.platformAccount, account))
      return refuse(reply, `No such account: ${account}`)
    return answer(reply, world, () =>
      tokenOfBank(
        callOf(world, account),
        {
          routingNumber: String(body.routing_number ?? '110000000'),
          accountNumber: String(body.account_number ?? ''),
          holderType: body.account_holder_type === 'company' ? 'company' : 'individual',
          accountType: body.account_type === 'savings' ? 'savings' : 'checking',
          instant: body.instant === true,
        },
        {
          name: typeof body.name === 'string' ? body.name : null,
          email: typeof body.email === 'string' ? body.email : null,
          returnUrl: null,
        },
      ),
    )
  })

  app.post('/sandbox/wallets', async (request) => {
    const { wallets } = bodyOf(request.body)
    setDeviceWallets(world, Array.isArray(wallets) ? wallets.map(String) : [])
    await world.store.flush()
    return { wallets: deviceWallets(world) }
  })

  app.post('/sandbox/affirm_tokens', async (request, reply) => {
    const body = bodyOf(request.body)
    const account = String(request.headers['stripe-account'] ?? body.account ?? world.platformAccount)
    if (!world.store.get('account', world.platformAccount, account))
      return refuse(reply, `No such account: ${account}`)
    const email = typeof body.email === 'string' ? body.email : null
    return answer(reply, world, () =>
      tokenOfAffirm(callOf(world, account), { name: null, email, returnUrl: null }),
    )
  })

  app.post('/sandbox/customers/:id/fund', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { amount, currency, reference, sender } = bodyOf(request.body)
    const account = world.store.accountOf('customer', id)
    if (account === undefined) return refuse(reply, `No such customer: ${id}`, 404)
    return answer(reply, world, () =>
      fundCash(callOf(world, account), id, {
        amount: Number(amount),
        currency: String(currency ?? 'usd'),
        reference: typeof reference === 'string' && reference !== '' ? reference : null,
        sender: typeof sender === 'string' && sender !== '' ? sender : null,
      }),
    )
  })

  app.post('/sandbox/payment_intents/:id/affirm', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { outcome } = bodyOf(request.body)
    if (!isAffirmOutcome(outcome))
      return refuse(reply, `outcome must be one of ${affirmOutcomes.join(', ')}.`)
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (!intent) return refuse(reply, `No such payment_intent: ${id}`, 404)
    return answer(reply, world, () => finishAffirm(callOf(world, account), intent, outcome))
  })

  app.post('/sandbox/payment_intents/:id/debit', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { outcome } = bodyOf(request.body)
    if (!isDebitEnd(outcome)) return refuse(reply, `outcome must be one of ${debitEnds.join(', ')}.`)
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (!intent) return refuse(reply, `No such payment_intent: ${id}`, 404)
    return answer(reply, world, () => {
      playDebit(world, account, intent, outcome)
      return world.store.get('payment_intent', account, id)
    })
  })

  app.post('/sandbox/payment_intents/:id/dispute', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { act, reason, amount } = bodyOf(request.body)
    if (!isDisputeAct(act)) return refuse(reply, `act must be one of ${disputeActs.join(', ')}.`)
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (!intent) return refuse(reply, `No such payment_intent: ${id}`, 404)
    return answer(
      reply,
      world,
      () =>
        playDispute(world, account, intent, {
          act,
          ...(typeof reason === 'string' ? { reason } : {}),
          ...(Number.isSafeInteger(amount) ? { amount: Number(amount) } : {}),
        }) ?? null,
    )
  })

  app.post('/sandbox/refunds/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { act } = bodyOf(request.body)
    if (!isRefundAct(act)) return refuse(reply, `act must be one of ${refundActs.join(', ')}.`)
    const account = world.store.accountOf('refund', id)
    const refund = account && world.store.get('refund', account, id)
    if (!refund) return refuse(reply, `No such refund: ${id}`, 404)
    return answer(reply, world, () => {
      playRefund(world, account, refund, act)
      return world.store.get('refund', account, id)
    })
  })

  app.post('/sandbox/payment_intents/:id/authenticate', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { outcome } = bodyOf(request.body)
    if (outcome !== 'complete' && outcome !== 'fail')
      return refuse(reply, 'outcome must be "complete" or "fail".')
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (!intent) return refuse(reply, `No such payment_intent: ${id}`, 404)
    return answer(reply, world, () =>
      finishAuthentication(callOf(world, account), intent, outcome === 'complete'),
    )
  })

  app.post('/sandbox/setup_intents/:id/authenticate', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { outcome } = bodyOf(request.body)
    if (outcome !== 'complete' && outcome !== 'fail')
      return refuse(reply, 'outcome must be "complete" or "fail".')
    const account = world.store.accountOf('setup_intent', id)
    const intent = account && world.store.get('setup_intent', account, id)
    if (!intent) return refuse(reply, `No such setup_intent: ${id}`, 404)
    return answer(reply, world, () => finishSetup(callOf(world, account), intent, outcome === 'complete'))
  })

  app.post('/sandbox/accounts/:id/review', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { decision } = bodyOf(request.body)
    if (!isDecision(decision)) return refuse(reply, `decision must be one of ${decisions.join(', ')}.`)
    const account = world.store.get('account', world.platformAccount, id)
    if (!account) return refuse(reply, `No such account: ${id}`, 404)
    return answer(reply, world, () => decide(world, account, decision))
  })

  app.get('/sandbox/deliveries', async (request) => {
    const { event, limit = '100' } = request.query as { event?: string; limit?: string }
    const page = world.store.list('delivery', world.platformAccount, {
      limit: Number(limit),
      where: { event },
    })
    return { data: page?.data ?? [], has_more: page?.hasMore ?? false }
  })

  app.post('/sandbox/deliveries/:id/resend', async (request, reply) => {
    const { id } = request.params as { id: string }
    if (!(await world.webhooks.resend(id))) return refuse(reply, `No such delivery: ${id}`, 404)
    return world.store.get('delivery', world.platformAccount, id)
  })

  app.post('/sandbox/webhooks/flush', async (request) => {
    const { held } = bodyOf(request.body)
    runDue(world)
    await world.store.flush()
    await world.webhooks.wake()
    // What waits for a later event to overtake it has waited long enough, if the caller says so.
    if (held === true) {
      world.webhooks.release()
      await world.webhooks.wake()
    }
    return { pending: world.webhooks.pending(), offset_seconds: world.clock.offsetSeconds() }
  })
}

/** Runs a change outside the processor's API and answers as that would. */
export async function answer(reply: FastifyReply, world: World, change: () => unknown): Promise<unknown> {
  try {
    const result = change()
    await world.store.flush()
    setImmediate(() => void world.webhooks.wake())
    return result
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return reply.code(error.status).send({ error: error.body })
  }
}

export function callOf(world: World, account: string): Call {
  return {
    world,
    account,
    publishable: false,
    method: 'POST',
    path: '/sandbox',
    params: {},
    id: '',
    requestId: newId('req'),
    idempotencyKey: null,
  }
}

/** A fault as it was asked for, or what is wrong with it. */
export function readFault(body: Body): Omit<Fault, 'id'> | string {
  const on = body.on
  if (on !== 'request' && on !== 'webhook') return 'on must be "request" or "webhook".'
  const kinds: readonly string[] = on === 'request' ? requestFaults : webhookFaults
  if (!kinds.includes(String(body.do))) return `do must be one of ${kinds.join(', ')}.`
  const times = Number(body.times ?? 1)
  if (!Number.isSafeInteger(times) || times < 1) return 'times must be a whole number, one or more.'
  return {
    on,
    do: body.do as Fault['do'],
    times,
    ...(body.method ? { method: String(body.method) } : {}),
    ...(body.path ? { path: String(body.path) } : {}),
    ...(body.type ? { type: String(body.type) } : {}),
    ...(body.ms ? { ms: Number(body.ms) } : {}),
    ...(body.seconds ? { seconds: Number(body.seconds) } : {}),
  }
}

export function bodyOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? (body as Body) : {}
}

export function refuse(reply: FastifyReply, message: string, status = 400): FastifyReply {
  return reply.code(status).send({ error: { type: 'invalid_request_error', message } })
}
