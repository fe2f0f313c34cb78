import type { FastifyInstance } from 'fastify'
import { behaviours } from './processor/cards.ts'
import { endMandate, mandatesOf } from './processor/mandates.ts'
import { allowMoto } from './processor/moto.ts'
import { renewCard } from './processor/saved-methods.ts'
import { answer, bodyOf, callOf, refuse } from './sandbox.routes.ts'
import type { World } from './world.ts'

/** What a program can do about a card or a bank account that is kept: what its bank and its owner do. */
export function registerMethodRoutes(app: FastifyInstance, world: World): void {
  app.post('/sandbox/payment_methods/:id/renew', async (request, reply) => {
    const { id } = request.params as { id: string }
    const body = bodyOf(request.body)
    const account = world.store.accountOf('payment_method', id)
    const method = account && world.store.get('payment_method', account, id)
    if (!method) return refuse(reply, `No such payment_method: ${id}`, 404)
    return answer(reply, world, () =>
      renewCard(callOf(world, account), method, {
        ...(body.exp_month === undefined ? {} : { exp_month: Number(body.exp_month) }),
        ...(body.exp_year === undefined ? {} : { exp_year: Number(body.exp_year) }),
        ...(body.last4 === undefined ? {} : { last4: String(body.last4) }),
      }),
    )
  })

  // What the processor does when a business asks it to.
  app.post('/sandbox/accounts/:id/moto', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { allowed } = bodyOf(request.body)
    if (typeof allowed !== 'boolean') return refuse(reply, 'allowed must be true or false.')
    if (!world.store.get('account', world.platformAccount, id))
      return refuse(reply, `No such account: ${id}`, 404)
    allowMoto(world, id, allowed)
    await world.store.flush()
    return { account: id, moto: allowed }
  })

  // Nobody hears of this until the card is charged.
  app.post('/sandbox/payment_methods/:id/behaviour', async (request, reply) => {
    const { id } = request.params as { id: string }
    const { behaviour } = bodyOf(request.body)
    if (behaviours[String(behaviour)] === undefined)
      return refuse(reply, `behaviour must be one of ${Object.keys(behaviours).join(', ')}.`)
    const account = world.store.accountOf('card_on_file', id)
    const held = account && world.store.get('card_on_file', account, id)
    if (!held) return refuse(reply, `No such card: ${id}`, 404)
    return answer(reply, world, () => {
      world.store.put('card_on_file', account, {
        ...held,
        card: { ...held.card, behaviour: String(behaviour) },
      })
      return { id, behaviour }
    })
  })

  app.post('/sandbox/payment_methods/:id/revoke', async (request, reply) => {
    const { id } = request.params as { id: string }
    const account = world.store.accountOf('payment_method', id)
    const mandates = account === undefined ? [] : mandatesOf(callOf(world, account), id)
    if (account === undefined || mandates.length === 0)
      return refuse(reply, `No mandate of payment_method: ${id}`, 404)
    return answer(reply, world, () => {
      for (const mandate of mandates) endMandate({ world, account }, mandate)
      return { data: mandates }
    })
  })
}
