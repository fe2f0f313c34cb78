import type { FastifyInstance } from 'fastify'
import { changeBank } from '../processor/end-payout.ts'
import { payOutAll } from '../processor/payouts.ts'
import { isPayoutAct, playPayout } from '../processor/play-payout.ts'
import type { World } from '../world.ts'
import { formOf } from './pages.routes.ts'

/** The forms of the payouts on the processor's page. */
export function registerPayoutPages(app: FastifyInstance, world: World): void {
  app.post('/pages/payouts', async (request, reply) => {
    const { id = '', act } = formOf(request)
    const account = world.store.accountOf('payout', id)
    const payout = account && world.store.get('payout', account, id)
    if (payout && isPayoutAct(act)) {
      playPayout(world, account, payout, act)
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/pay-out', async (request, reply) => {
    payOutAll(world, formOf(request).id ?? '')
    await world.store.flush()
    setImmediate(() => void world.webhooks.wake())
    return reply.redirect('/processor', 303)
  })

  app.post('/pages/banks', async (request, reply) => {
    changeBank(world, formOf(request).id ?? '', '000123456789')
    await world.store.flush()
    setImmediate(() => void world.webhooks.wake())
    return reply.redirect('/processor', 303)
  })
}
