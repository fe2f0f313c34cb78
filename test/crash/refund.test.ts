import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { crashAtEveryMessage } from './crash-points.ts'
import { expectBooksAgree, expectNothingLeft } from './paid-once.ts'
import { expectRefundedOnce, type Order, paidDebt, refund } from './refunded-once.ts'
import { letTimePass, type Stage, startStage } from './stage.ts'

const MINUTES = 60_000

describe('A server that dies while money is refunded', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage()
  })
  afterAll(() => stage.stop())
  afterEach(() => stage.world.play('DELETE', '/sandbox/faults'))

  it(
    'R-115 at any message: each refund of the processor is booked once, none lost, none repeated',
    async () => {
      const { world } = stage
      await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000_000 })
      const later: (() => Promise<void>)[] = []
      const messages = await crashAtEveryMessage<Order>(stage, {
        prepare: (n) => paidDebt(world, n),
        act: (victim, order) => refund(world, victim, order),
        recover: async (_, crashed) => {
          // Half of the integrators repeat at once, at whichever server answers; half are gone.
          const repeats = crashed.map(({ n, subject }) =>
            n % 4 < 2 ? refund(world, world, subject) : undefined,
          )
          await letTimePass(world)
          for (const [at, { subject, message }] of crashed.entries()) {
            later.push(async () => {
              const repeated = await repeats[at]
              if (repeated !== undefined)
                expect(repeated, `${message}: ${repeated.text}`).toMatchObject({ status: 201 })
              await expectRefundedOnce(world, subject, repeated)
            })
          }
        },
      })
      console.log(`refund, without webhooks: ${messages.length} points`)
      await letTimePass(world)
      await world.settle()
      for (const look of later) await look()
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    10 * MINUTES,
  )
})
