import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../support/world.ts'
import { type BulkRun, expectSentOnce, newBulkRun, startBulkRun } from './bulk-runs.ts'
import { expectBooksAgree, expectNothingLeft, expectPaidOnce, payNow, whatBecameOf } from './paid-once.ts'
import { type Debt, letTimePass, newDebt, type Stage, startStage, submit } from './stage.ts'
import { expectDrawnOnce, sendWire, showWhereTo } from './wires.ts'

const MINUTES = 60_000
/** So many points of a run that has some hundreds, spread evenly; every one where CRASH_EVERY is 1. */
const POINTS = 4

describe('A server that does everything itself and dies on the way from the payment to the receipt', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage({ jobsIn: 'victim', able: ['us_bank_transfer_payments'] })
  })
  afterAll(() => stage.stop())

  it(
    'R-105 R-167 the charge is booked once; payer and staff each get one message',
    async () => {
      const { world } = stage
      const debts: Debt[] = []
      const [, all] = await payUntil(Number.POSITIVE_INFINITY, debts)
      const step = process.env.CRASH_EVERY === '1' ? 1 : Math.ceil(all / POINTS)
      let points = 0
      let hung = 0
      for (let n = 1; ; n += step) {
        const [isHeld] = await payUntil(n, debts)
        if (!isHeld) break
        points += 1
        await stage.kill()
        hung += await giveBackJobsOfTheDead(world)
        await stage.victim()
        await letTimePass(world)
        const debt = debts.at(-1)
        if (debt !== undefined && (await whatBecameOf(world, debt)) === 'open')
          await payNow(await atVictim(), debt)
      }
      console.log(
        `payment and the jobs after it, in one process: ${points} points of ${all}, ${hung} jobs in the hands of the dead`,
      )
      await letTimePass(world)
      for (const debt of debts) await expectPaidOnce(world, debt)
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    10 * MINUTES,
  )

  it(
    'R-044 a wire that came is recorded once, and its cash is drawn once',
    async () => {
      const { world, counter } = stage
      const wires: { debt: Debt; customer: string }[] = []
      /** A wire comes and is drawn, up to the n-th message; says what passed until then. */
      const comeUntil = async (n: number): Promise<string[]> => {
        await stage.victim()
        const debt = await newDebt(world)
        const customer = await showWhereTo(world, debt)
        wires.push({ debt, customer })
        await world.settle()
        const held = counter.holdAt(n)
        const ended = sendWire(world, debt, customer).then(() => world.settle())
        ended.catch(() => {}) // the kill ends it
        await Promise.race([held, ended])
        counter.end()
        return [...counter.seen]
      }
      const whole = await comeUntil(Number.POSITIVE_INFINITY)
      // The draw is asked for, answered and written down.
      const asked = whole.findIndex((message) => message.startsWith('processor> POST /v1/payment_intents'))
      expect(asked).toBeGreaterThan(0)
      const points =
        process.env.CRASH_EVERY === '1' ? whole.map((_, at) => at + 1) : [asked + 1, asked + 2, asked + 4]
      for (const n of points) {
        await comeUntil(n)
        await stage.kill()
        await giveBackJobsOfTheDead(world)
        await stage.victim()
        await letTimePass(world)
      }
      console.log(`a wire and its draw: ${points.length} points of ${whole.length}`)
      await letTimePass(world, 3_700)
      for (const { debt, customer } of wires) await expectDrawnOnce(world, debt, customer)
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    10 * MINUTES,
  )

  it(
    'a bulk send goes on where it was: each customer is asked once, and gets one mail',
    async () => {
      const { world, counter } = stage
      const sends: BulkRun[] = []
      /** Three customers are sent their links, up to the n-th message; says what passed until then. */
      const sendUntil = async (n: number): Promise<string[]> => {
        const victim = await stage.victim()
        const run = await newBulkRun(world, sends.length)
        sends.push(run)
        const held = counter.holdAt(n)
        const ended = startBulkRun({ ...world, url: victim.url }, run).then(() => world.settle())
        ended.catch(() => {}) // the kill ends it
        await Promise.race([held, ended])
        counter.end()
        return [...counter.seen]
      }
      const whole = await sendUntil(Number.POSITIVE_INFINITY)
      const step = process.env.CRASH_EVERY === '1' ? 1 : Math.ceil(whole.length / 2)
      for (let n = 1 + Math.floor(step / 2); n <= whole.length; n += step) {
        await sendUntil(n)
        await stage.kill()
        await giveBackJobsOfTheDead(world)
        await stage.victim()
        await letTimePass(world)
      }
      console.log(`a bulk send: ${sends.length - 1} points of ${whole.length}`)
      for (const run of sends) {
        // Whoever asked and heard nothing asks again with the same key.
        await startBulkRun({ ...world, url: (await stage.victim()).url }, run)
        await letTimePass(world)
        await expectSentOnce(world, run)
      }
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    10 * MINUTES,
  )

  /** Pays and waits for the jobs, up to the n-th message. Says whether that was reached, and how many there were. */
  async function payUntil(n: number, debts: Debt[]): Promise<[isHeld: boolean, messages: number]> {
    const { world, counter } = stage
    const victim = await stage.victim()
    const debt = await newDebt(world)
    debts.push(debt)
    const token = await world.card(world.company)
    const held = counter.holdAt(n)
    const ended = submit(victim, debt, `first-try-${debt.amount}`, token).then(() => world.settle())
    ended.catch(() => {}) // the kill ends it
    const message = await Promise.race([held, ended.then(() => undefined)])
    counter.end()
    return [message !== undefined, counter.seen.length]
  }

  const atVictim = async (): Promise<World> => ({ ...stage.world, url: (await stage.victim()).url })
})

/** graphile-worker gives the jobs of a dead worker back after four hours; here they have passed. Says how many. */
async function giveBackJobsOfTheDead({ services }: World): Promise<number> {
  const { global } = services.database
  const hung = await global.many<{ worker: string }>({
    name: '',
    values: [],
    text: 'select locked_by worker from graphile_worker._private_jobs where locked_by is not null',
  })
  await global.many({
    name: '',
    values: [hung.map(({ worker }) => worker)],
    text: 'select graphile_worker.force_unlock_workers($1)',
  })
  return hung.length
}
