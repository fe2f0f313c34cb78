import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../support/world.ts'
import { crashAtEveryMessage } from './crash-points.ts'
import {
  attemptsOn,
  expectBooksAgree,
  expectNothingLeft,
  expectPaidOnce,
  pageState,
  payNow,
  whatBecameOf,
} from './paid-once.ts'
import { type Debt, letTimePass, newDebt, type Stage, startStage, submit } from './stage.ts'

const MINUTES = 60_000

interface Attempt {
  debt: Debt
  token: string
  key: string
}

describe('A server that dies while a payer pays', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage()
  })
  afterAll(() => stage.stop())
  afterEach(() => stage.world.play('DELETE', '/sandbox/faults'))

  const attempt = async (n: number): Promise<Attempt> => {
    const { world } = stage
    return {
      debt: await newDebt(world),
      token: await world.card(world.company),
      key: `key-of-${n}-${Math.random().toString(36).slice(2)}`,
    }
  }
  const silenceWebhooks = () =>
    stage.world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000_000 })
  const end = async (debts: Debt[]) => {
    const { world } = stage
    await world.settle()
    for (const debt of debts) await expectPaidOnce(world, debt)
    await letTimePass(world)
    await expectBooksAgree(world)
    await expectNothingLeft(world)
  }

  it(
    'R-105 at any message: each charge is booked once, none lost, none repeated',
    async () => {
      const { world } = stage
      await silenceWebhooks()
      const debts: Debt[] = []
      const messages = await crashAtEveryMessage<Attempt>(stage, {
        prepare: attempt,
        act: (victim, { debt, token, key }) => submit(victim, debt, key, token),
        recover: async (victim, crashed) => {
          // Half of the payers try again at once, with what their page still holds; half are gone.
          const repeats: (Promise<Answer> | undefined)[] = []
          for (const { n, subject } of crashed) {
            const isOnRecord = (await attemptsOn(world, subject.debt)) > 0
            const repeat = n % 4 < 2 ? submit(victim, subject.debt, subject.key, subject.token) : undefined
            // One that finds its first try on record waits for the outcome; any other is a first try.
            if (!isOnRecord) await repeat
            repeats.push(repeat)
          }
          await letTimePass(world)
          for (const [at, { subject }] of crashed.entries()) {
            const { debt } = subject
            debts.push(debt)
            const repeated = await repeats[at]
            const became = await whatBecameOf(world, debt)
            if (repeated !== undefined)
              expect(repeated.body.state, repeated.text).toBe(became === 'paid' ? 'succeeded' : 'declined')
            if (became === 'open') {
              expect(await pageState(world, debt)).toMatch(/^(payable|declined)$/)
              await payNow(world, debt)
            }
          }
        },
      })
      console.log(`payment, without webhooks: ${messages.length} points`)
      await end(debts)
    },
    10 * MINUTES,
  )
})
