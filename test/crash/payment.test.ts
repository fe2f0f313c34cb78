import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../support/server-process.ts'
import { type Answer, payer } from '../support/world.ts'
import { becomeClear, byDebit, carryOut } from './bank-debits.ts'
import { type Crashed, crashAtEveryMessage } from './crash-points.ts'
import {
  attemptsOn,
  expectBooksAgree,
  expectNothingLeft,
  expectPaidOnce,
  pageState,
  payNow,
  whatBecameOf,
} from './paid-once.ts'
import { atProcessor, type Debt, letTimePass, newDebt, type Stage, startStage, submit } from './stage.ts'

const MINUTES = 60_000
const CARD = { good: '4242424242424242', declined: '4000000000009995', challenged: '4000002760003184' }
const COUNTS = 'db> insert into lib.rate_counters'
/** An attempt that waits for its payer is given up after half an hour. */
const PAYER_GONE_SECONDS = 1900

interface Attempt {
  debt: Debt
  token: string
  key: string
  /** What a payer who pays from a bank account sends beside. */
  beside?: object
}

describe('A server that dies while a payer pays', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage({ jobsIn: 'world', able: ['us_bank_account_ach_payments'] })
  })
  afterAll(() => stage.stop())
  afterEach(() => stage.world.play('DELETE', '/sandbox/faults'))

  it(
    'R-105 with a good card, at any message: the charge is booked once, none lost, none repeated',
    async () => {
      await dropWebhooks()
      await dieWhilePaying('payment', CARD.good)
    },
    10 * MINUTES,
  )

  it(
    'R-105 with webhooks that come meanwhile: the same',
    async () => {
      await dieWhilePaying('payment, with webhooks', CARD.good)
    },
    10 * MINUTES,
  )

  it(
    'R-105 with a card that is declined: nothing is charged, and the debt can be paid',
    async () => {
      await dropWebhooks()
      await dieWhilePaying('decline', CARD.declined, {
        // The try is counted first, by itself; then the decline, in a row that all of the company share.
        isInTheWay: (seen) => seen.filter((message) => message.startsWith(COUNTS)).length > 1,
        look: async (crashed) => {
          for (const { subject } of crashed) {
            expect(await whatBecameOf(stage.world, subject.debt)).toBe('open')
            // Closed at the processor too, so that no old tab can confirm it.
            for (const { status } of await atProcessor(stage.world, subject.debt))
              expect(status).toBe('canceled')
          }
        },
      })
    },
    10 * MINUTES,
  )

  it(
    'R-105 with a card that asks for the payer: who comes back can finish, who does not has paid nothing',
    async () => {
      await dropWebhooks()
      await dieWhilePaying('3-D Secure', CARD.challenged, {
        look: async (crashed) => {
          for (const { subject, n } of crashed) {
            const [intent] = await atProcessor(stage.world, subject.debt)
            if (n % 2 === 1 && intent?.status === 'requires_action') await finish(subject.debt, intent.id)
          }
          await letTimePass(stage.world, PAYER_GONE_SECONDS)
        },
      })
    },
    10 * MINUTES,
  )

  it(
    'R-105 after 3-D Secure, while the page asks for the result: the charge is booked once',
    async () => {
      await dropWebhooks()
      const { world } = stage
      const debts: Debt[] = []
      const messages = await crashAtEveryMessage<Attempt & { refresh: string }>(stage, {
        prepare: async () => {
          const attempt = await newAttempt(CARD.challenged)
          const challenged = await submit(world, attempt.debt, attempt.key, attempt.token)
          expect(challenged.body.state, challenged.text).toBe('requires_action')
          await authenticate(String(challenged.body.client_secret).split('_secret')[0] ?? '')
          return { ...attempt, refresh: `${attempt.debt.path}/payments/${challenged.body.payment}/refresh` }
        },
        act: (victim, { refresh }) => payer('POST', `${victim.url}${refresh}`),
        recover: async (victim, crashed) => {
          for (const { n, subject } of crashed) {
            debts.push(subject.debt)
            if (isBack(n))
              expect((await payer('POST', `${victim.url}${subject.refresh}`)).body.state).toBe('succeeded')
          }
          await letTimePass(world, PAYER_GONE_SECONDS)
        },
      })
      console.log(`refresh after 3-D Secure: ${messages.length} points`)
      await end(debts)
    },
    10 * MINUTES,
  )

  it(
    'R-105 K20 from a bank account, from submit until it has cleared: debited once and booked once',
    async () => {
      await dropWebhooks()
      const { world } = stage
      await dieWhilePaying('bank debit', CARD.good, {
        step: 2,
        prepare: async () => ({ ...(await newAttempt(CARD.good)), ...(await byDebit(world)) }),
        act: async (victim, { debt, token, key, beside }) => {
          const { body } = await submit(victim, debt, key, token, beside)
          expect(body.state).toBe('processing')
          await carryOut(world, debt)
          await payer('POST', `${victim.url}${debt.path}/payments/${body.payment}/refresh`)
        },
        look: async (crashed) => {
          for (const { subject } of crashed) await becomeClear(world, subject.debt)
        },
      })
    },
    10 * MINUTES,
  )

  /** Half of the payers come back at once, with what their page still holds; half are gone. */
  const isBack = (n: number) => n % 4 < 2

  async function dieWhilePaying(
    what: string,
    card: string,
    how: {
      prepare?: () => Promise<Attempt>
      act?: (victim: ServerProcess, attempt: Attempt) => Promise<unknown>
      step?: number
      look?: (crashed: Crashed<Attempt>[]) => Promise<void>
      isInTheWay?: (seen: readonly string[]) => boolean
    } = {},
  ): Promise<void> {
    const { world } = stage
    const paid: Debt[] = []
    const messages = await crashAtEveryMessage<Attempt>(stage, {
      ...(how.isInTheWay && { isInTheWay: how.isInTheWay }),
      ...(how.step && { step: how.step }),
      prepare: how.prepare ?? (() => newAttempt(card)),
      act: how.act ?? ((victim, { debt, token, key }) => submit(victim, debt, key, token)),
      recover: async (victim, crashed) => {
        const repeats = await comeBack(victim, crashed)
        await letTimePass(world)
        for (const { subject, message } of crashed) {
          // Whoever asked again has heard how the first try ended. (Canceled: the killed server follows the clock a
          // second later, so after a leap its attempts may look as old as the leap.)
          const repeated = await repeats.get(subject)
          if (repeated !== undefined)
            expect(repeated.body.state, `${message}: ${repeated.text}`).toMatch(
              /^(succeeded|processing|declined|canceled|requires_action)$/,
            )
        }
        await how.look?.(crashed)
        let isTried = false
        for (const { subject } of crashed) {
          const { debt } = subject
          if ((await whatBecameOf(world, debt)) === 'paid') paid.push(debt)
          else {
            expect(await pageState(world, debt)).toMatch(/^(payable|declined)$/)
            if (isTried) continue
            isTried = true
            await payNow(world, debt)
            paid.push(debt)
          }
        }
      },
    })
    console.log(`${what}: ${messages.length} points`)
    await end(paid)
  }

  async function comeBack(
    victim: ServerProcess,
    crashed: Crashed<Attempt>[],
  ): Promise<Map<Attempt, Promise<Answer>>> {
    const repeats = new Map<Attempt, Promise<Answer>>()
    for (const { n, subject } of crashed) {
      if (!isBack(n)) continue
      const isOnRecord = (await attemptsOn(stage.world, subject.debt)) > 0
      const repeat = submit(victim, subject.debt, subject.key, subject.token, subject.beside)
      repeats.set(subject, repeat)
      // One that finds its first try on record waits for the outcome; any other is a first try.
      if (!isOnRecord) await repeat
    }
    return repeats
  }

  async function newAttempt(card: string): Promise<Attempt> {
    const { world } = stage
    const debt = await newDebt(world)
    return { debt, token: await world.card(world.company, card), key: `first-try-${debt.amount}` }
  }

  async function finish(debt: Debt, intent: string): Promise<void> {
    const { world } = stage
    const payments = await world.company.call('GET', `/v1/payments?payment_request=${debt.request}`)
    const [payment] = payments.body.data as { id: string; state: string }[]
    expect(payment?.state).toBe('requires_action')
    const path = `${world.url}${debt.path}/payments/${payment?.id}`
    expect((await payer('POST', `${path}/resume`)).body.client_secret).toMatch(
      new RegExp(`^${intent}_secret`),
    )
    await authenticate(intent)
    expect((await payer('POST', `${path}/refresh`)).body.state).toBe('succeeded')
  }

  const authenticate = (intent: string) =>
    stage.world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })

  const dropWebhooks = () =>
    stage.world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000_000 })

  async function end(debts: Debt[]): Promise<void> {
    const { world } = stage
    await letTimePass(world, PAYER_GONE_SECONDS)
    for (const debt of debts) await expectPaidOnce(world, debt)
    await expectBooksAgree(world)
    await expectNothingLeft(world)
  }
})
