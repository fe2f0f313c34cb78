import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { advanceClock } from '../advance-clock.ts'
import { readMessage } from '../mail/read-message.ts'
import { ownPageHeaders } from '../page-policy.ts'
import { setDeviceWallets } from '../processor/domains.ts'
import { parseForm } from '../processor/form.ts'
import { decide, isDecision } from '../processor/onboarding.ts'
import { isDebitEnd, playDebit } from '../processor/play-debit.ts'
import { isDisputeAct, playDispute } from '../processor/play-dispute.ts'
import { isRefundAct, playRefund } from '../processor/play-refund.ts'
import { readFault } from '../sandbox.routes.ts'
import type { World } from '../world.ts'
import { homePage } from './home-page.ts'
import { mailboxPage } from './mailbox-page.ts'
import { processorPage } from './processor-page.ts'

const style = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')
const messagesPerPage = 50

/** The pages that people look at; their forms do what the program's interface does. */
export function registerPages(app: FastifyInstance, world: World): void {
  app.get('/pages/pages.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
  app.get('/', async (_request, reply) => reply.headers(ownPageHeaders()).send(homePage(world)))
  app.get('/processor', async (_request, reply) => reply.headers(ownPageHeaders()).send(processorPage(world)))

  app.get('/mailbox', async (request, reply) => {
    const { to = '', id, after } = request.query as { to?: string; id?: string; after?: string }
    const page = world.store.list('message', world.platformAccount, {
      limit: messagesPerPage,
      startingAfter: after,
      where: { to: to.toLowerCase() || undefined },
    })
    const opened = id === undefined ? undefined : world.store.get('message', world.platformAccount, id)
    const messages = await Promise.all((page?.data ?? []).map(readMessage))
    const body = mailboxPage({
      messages: messages.map(({ summary }) => summary),
      hasMore: page?.hasMore ?? false,
      to,
      open: opened ? await readMessage(opened) : null,
    })
    return reply.headers(ownPageHeaders()).send(body)
  })

  app.post('/pages/clock', async (request, reply) => {
    const seconds = Number(formOf(request).seconds)
    if (Number.isSafeInteger(seconds) && seconds > 0) await advanceClock(world, seconds)
    return reply.redirect('/', 303)
  })

  app.post('/pages/wallets', async (request, reply) => {
    setDeviceWallets(world, (formOf(request).wallets ?? '').split(' '))
    await world.store.flush()
    return reply.redirect('/', 303)
  })

  app.post('/pages/mailbox/empty', async (_request, reply) => {
    for (const message of world.store.all('message')) world.store.delete('message', message.id)
    await world.store.flush()
    return reply.redirect('/mailbox', 303)
  })

  app.post('/pages/resend', async (request, reply) => {
    await world.webhooks.resend(formOf(request).id ?? '')
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/accounts', async (request, reply) => {
    const { id = '', decision } = formOf(request)
    const account = world.store.get('account', world.platformAccount, id)
    if (account && isDecision(decision)) {
      decide(world, account, decision)
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/debits', async (request, reply) => {
    const { id = '', outcome } = formOf(request)
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (intent && isDebitEnd(outcome)) {
      playDebit(world, account, intent, outcome)
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/disputes', async (request, reply) => {
    const { id = '', act } = formOf(request)
    const account = world.store.accountOf('payment_intent', id)
    const intent = account && world.store.get('payment_intent', account, id)
    if (intent && isDisputeAct(act)) {
      playDispute(world, account, intent, { act })
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/refunds', async (request, reply) => {
    const { id = '', act } = formOf(request)
    const account = world.store.accountOf('refund', id)
    const refund = account && world.store.get('refund', account, id)
    if (refund && isRefundAct(act)) {
      playRefund(world, account, refund, act)
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/faults', async (request, reply) => {
    const fault = readFault(formOf(request))
    if (typeof fault !== 'string') world.faults.add(fault)
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/faults/clear', async (_request, reply) => {
    world.faults.clear()
    return reply.redirect('/processor', 303)
  })
}

/** The fields of a form as texts. */
export function formOf(request: FastifyRequest): { [name: string]: string } {
  const form = parseForm(typeof request.body === 'string' ? request.body : '')
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
