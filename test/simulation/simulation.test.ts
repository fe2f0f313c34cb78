import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { seedOf } from '../support/random.ts'
import { newCustomer } from '../support/story.ts'
import * as asking from './asking.ts'
import * as banking from './banking.ts'
import * as byPhone from './by-phone.ts'
import { addUp, checkBooks, checkCharges, checkForms, checkLinks } from './checks.ts'
import * as comingBack from './coming-back.ts'
import { type Command, commandsOf, Dice, printCommands, readCommands } from './commands.ts'
import { checkMovements } from './compare.ts'
import * as crediting from './crediting.ts'
import * as faults from './faults.ts'
import * as keeping from './keeping.ts'
import * as paying from './paying.ts'
import { Simulation, type Step } from './simulation.ts'

const STEPS = Number(process.env.SIMULATION_STEPS ?? 2_000)
const SEED = seedOf('SIMULATION_SEED', 20_261_123)
/** PostgreSQL is told after so many how large the tables are, as it finds out by itself where it runs longer. */
const ANALYZED_EVERY = 100
/** What comes as often as this is done at least once in 2,000 steps; what is rarer may find nothing to do. */
const OFTEN = 8

vi.setConfig({ testTimeout: 1_200_000 })

/**
 * Payers, staff, banks, the processor and bad luck in an order that nobody thought of, through the product's own doors.
 * `SIMULATION_SEED=random bin/test test/simulation` goes a new way, and with the number that it names the same again; so
 * does `SIMULATION_COMMANDS='…'` with the list that a failure prints, or with a part of it.
 */
const STEP: Record<string, [weight: number, Step]> = {
  issue: [28, asking.issue],
  ask: [28, asking.ask],
  askQuick: [4, asking.askQuick],
  give: [32, asking.give],
  open: [16, asking.open],
  edit: [20, asking.edit],
  voidInvoice: [4, asking.voidInvoice],
  voidRequest: [4, asking.voidRequest],
  renew: [8, asking.renew],
  applyCredit: [8, asking.applyCredit],
  creditNote: [8, crediting.creditNote],
  unapply: [6, crediting.unapply],
  writeOff: [3, crediting.writeOff],
  recover: [4, crediting.recover],
  refundCredit: [4, crediting.refundCredit],
  allAtOnce: [8, crediting.allAtOnce],
  wait: [2, asking.wait],
  waitForDays: [3, asking.waitForDays],
  set: [4, asking.set],
  pay: [36, paying.pay],
  payAnyway: [12, paying.payAnyway],
  payByBank: [12, paying.payByBank],
  payElsewhere: [8, paying.payElsewhere],
  decide: [8, paying.decide],
  payTwiceAtOnce: [4, paying.payTwiceAtOnce],
  bookWire: [4, paying.bookWire],
  chargeSaved: [4, paying.chargeSaved],
  openPhonePage: [12, byPhone.openPhonePage],
  payByPhone: [12, byPhone.payByPhone],
  payByPhoneTwice: [4, byPhone.payByPhoneTwice],
  askForMethod: [8, keeping.askForMethod],
  fillIn: [8, keeping.fillIn],
  fillInTwice: [3, keeping.fillInTwice],
  resendForm: [3, keeping.resendForm],
  revokeForm: [2, keeping.revokeForm],
  receive: [5, banking.receive],
  bank: [3, banking.bank],
  sendWire: [8, banking.sendWire],
  matchWire: [6, banking.matchWire],
  payAndKill: [1, paying.payAndKill],
  refund: [14, comingBack.refund],
  dispute: [8, comingBack.dispute],
  endDebit: [6, comingBack.endDebit],
  takeBackWire: [2, banking.takeBackWire],
  payOut: [3, banking.payOut],
  losesWebhooks: [3, faults.losesWebhooks],
  failsCalls: [3, faults.failsCalls],
  goesAway: [1, faults.goesAway],
  mended: [8, faults.mended],
}
/** What asks the processor for nothing. */
const QUIET = new Set([
  'issue',
  'ask',
  'askQuick',
  'give',
  'open',
  'voidRequest',
  'renew',
  'applyCredit',
  'creditNote',
  'unapply',
  'writeOff',
  'recover',
  'set',
  'openPhonePage',
  'askForMethod',
  'resendForm',
  'revokeForm',
])
/** What may end with something kept by a form. */
const KEEPING = new Set(['fillIn', 'fillInTwice', 'wait', 'waitForDays', 'mended'])
const WEIGHTS = Object.fromEntries(Object.entries(STEP).map(([name, [weight]]) => [name, weight]))
const COMMANDS =
  process.env.SIMULATION_COMMANDS === undefined
    ? commandsOf(SEED, STEPS, WEIGHTS)
    : readCommands(process.env.SIMULATION_COMMANDS)

const NOTHING = 'nothing to do'

let simulation: Simulation
beforeAll(async () => {
  simulation = await Simulation.start()
  for (let i = 0; i < 3; i++) {
    const customer = await newCustomer(simulation.company, { email: `c${i}@lune.test` })
    simulation.customers.push(String(customer.id))
  }
  await asking.issue(simulation, new Dice(0)) // so that every step has something to choose from
})
afterAll(() => simulation.stop())

it(`M3 whatever is done in whatever order, and whatever fails, nobody is charged twice, nothing is lost and the books are proven (seed ${SEED}, ${COMMANDS.length} steps)`, async () => {
  const log: string[] = []
  const done = new Map<string, number>()
  try {
    for (const [index, command] of COMMANDS.entries()) {
      const told = await take(command)
      log.push(`${command.name}:${command.draw} ${told}`)
      if (told.startsWith('done')) done.set(command.name, (done.get(command.name) ?? 0) + 1)
      if (index % ANALYZED_EVERY === ANALYZED_EVERY / 2) await simulation.rows('analyze')
      if (told === NOTHING) continue
      const hasPosted = await addUp(simulation)
      await checkMovements(simulation)
      // What the processor has cannot be all known while news of it are lost: then the books are proven alone.
      await (hasPosted && !simulation.isStruck ? checkBooks(simulation) : simulation.world.prove())
    }
    await faults.mend(simulation)
    await checkBooks(simulation)
  } catch (error) {
    throw new Error(
      `SIMULATION_SEED=${SEED} fails after ${log.length} steps:\n${log.slice(-15).join('\n')}\nAll of it again: SIMULATION_COMMANDS='${printCommands(COMMANDS.slice(0, log.length + 1))}'`,
      { cause: error },
    )
  }
  if (COMMANDS.length < 2_000) return
  for (const [name, [weight]] of Object.entries(STEP))
    if (weight >= OFTEN) expect([name, done.get(name) ?? 0]).not.toEqual([name, 0])
})

/** What came of a command: `done`, with the status, or why not. Never an error of ours, nor a payer charged twice. */
async function take({ name, draw }: Command): Promise<string> {
  const dice = new Dice(draw)
  const answer = await STEP[name]?.[1](simulation, dice)
  if (typeof answer === 'object' && answer.status >= 500 && !simulation.isStruck) throw new Error(answer.text)
  if (answer === undefined) return NOTHING
  if (!QUIET.has(name)) await checkCharges(simulation)
  await checkLinks(simulation)
  if (KEEPING.has(name)) await checkForms(simulation)
  if (name === 'mended') await checkBooks(simulation)
  if (answer === 'done') return 'done'
  return answer.status < 300
    ? `done ${answer.status} ${answer.body.state ?? ''}`
    : `${answer.status} ${answer.body.code}`
}
