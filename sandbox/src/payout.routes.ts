import type { FastifyInstance } from 'fastify'
import { addOtherTransaction } from './processor/balance-transaction.ts'
import { changeBank } from './processor/end-payout.ts'
import { payOutAll } from './processor/payouts.ts'
import { isPayoutAct, payoutActs, playPayout } from './processor/play-payout.ts'
import { answer, bodyOf, refuse } from './sandbox.routes.ts'
import type { World } from './world.ts'

/** What a program can do about payouts and the balance that they are made of. */
export function registerPayoutRoutes(app: FastifyInstance, world: World): void {
  app.post('/sandbox/payouts/:id/play', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { act } = bodyOf(request.body)
    if (!isPayoutAct(act)) return refuse(reply, `act must be one of ${payoutActs.join(', ')}.`)
    const account = world.store.accountOf('payout', id)
    const payout = account && world.store.get('payout', account, id)
    if (!payout) return refuse(reply, `No such payout: ${id}`, 404)
    return answer(reply, world, () => {
      playPayout(world, account, payout, act)
      return world.store.get('payout', account, id)
    })
  })

  app.post('/sandbox/accounts/:id/bank', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { account_number = '000123456789' } = bodyOf(request.body)
    if (!/^\d{4,17}$/.test(String(account_number)))
      return refuse(reply, 'account_number must be 4 to 17 digits.')
    if (!world.store.get('account', world.platformAccount, id))
      return refuse(reply, `No such account: ${id}`, 404)
    return answer(reply, world, () => {
      changeBank(world, id, String(account_number))
      return world.store.get('account', world.platformAccount, id)
    })
  })

  app.post('/sandbox/accounts/:id/pay_out', async (request, reply) => {
    const { id } = request.params as { id: string }
    if (!world.store.get('account', world.platformAccount, id))
      return refuse(reply, `No such account: ${id}`, 404)
    return answer(reply, world, () => {
      payOutAll(world, id)
      return { data: world.store.list('payout', id, { limit: 10 })?.data ?? [] }
    })
  })

  app.post('/sandbox/accounts/:id/balance', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { type, amount, currency = 'usd', description = '' } = bodyOf(request.body)
    if (type !== 'stripe_fee' && type !== 'adjustment')
      return refuse(reply, 'type must be "stripe_fee" or "adjustment".')
    if (!Number.isSafeInteger(amount) || amount === 0)
      return refuse(
        reply,
        'amount must be a whole number of minor units, and not zero: less than zero is taken.',
      )
    if (!world.store.get('account', world.platformAccount, id))
      return refuse(reply, `No such account: ${id}`, 404)
    return answer(reply, world, () =>
      addOtherTransaction(world, id, {
        type,
        amount: Number(amount),
        currency: String(currency),
        description: String(description),
      }),
    )
  })
}
