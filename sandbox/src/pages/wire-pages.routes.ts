import type { FastifyInstance } from 'fastify'
import { fundCash } from '../processor/cash-balance.ts'
import { callOf } from '../sandbox.routes.ts'
import type { World } from '../world.ts'
import { formOf } from './pages.routes.ts'

/** The form of the customers that may send a wire, on the processor's page. */
export function registerWirePages(app: FastifyInstance, world: World): void {
  app.post('/pages/wires', async (request, reply) => {
    const { id = '', amount = '', currency = 'usd', reference, sender } = formOf(request)
    const account = world.store.accountOf('customer', id)
    const minor = readAmount(amount)
    if (account !== undefined && minor > 0) {
      fundCash(callOf(world, account), id, {
        amount: minor,
        currency,
        reference: reference || null,
        sender: sender || null,
      })
      await world.store.flush()
      setImmediate(() => void world.webhooks.wake())
    }
    return reply.redirect('/processor', 303)
  })
}

/** `1,240.50` in minor units; 0 where it is no amount. */
function readAmount(typed: string): number {
  const [, whole = '0', cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[\s,]/g, '')) ?? []
  return Number(whole + cents.padEnd(2, '0'))
}
