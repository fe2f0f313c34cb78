import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type Stripe from 'stripe'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { environmentOf, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { type Person, signedIn } from '../support/staff.ts'
import { processorOf } from '../support/story.ts'
import { type Answer, freePort, startWorld, type Tenant, type World } from '../support/world.ts'
import type { Dice } from './commands.ts'

/** What a step found to do: an answer of the product, `done`, or undefined where there was nothing to do it with. */
export type Step = (
  simulation: Simulation,
  dice: Dice,
) => Promise<Pick<Answer, 'status' | 'text' | 'body'> | 'done' | undefined>

export interface LinkRow {
  id: string
  state: string
  opened: string | null
  expires: string | null
}

/** Of the processor's balance. Minor units. */
export interface Movement {
  source: string | null
  /** As the books have it: gross, fee and currency. */
  worth: string
}

/** For one payment by phone. */
export interface PhonePage {
  url: string
  amount: number
  /** What it took: one, or none. */
  payments: Set<string>
}

/** By which a customer lets something be kept. */
export interface Form {
  id: string
  customer: string
  url: string
}

const ABLE = ['us_bank_account_ach_payments', 'affirm_payments', 'us_bank_transfer_payments']

/** A company whose payers, staff and processor do what they like, and what was done so far, to choose from. */
export class Simulation {
  readonly customers: string[] = []
  readonly invoices: { id: string; number: string; customer: string }[] = []
  readonly requests: string[] = []
  readonly urls: string[] = []
  readonly payments: string[] = []
  readonly phonePages: PhonePage[] = []
  readonly forms: Form[] = []
  /** At the processor: what a payer was sent away to agree to. */
  readonly awaiting: { intent: string; method: 'card' | 'bnpl' }[] = []
  /** As they were seen last. */
  readonly links = new Map<string, LinkRow>()
  /** The processor's reference of each payment that succeeded there. */
  readonly charged = new Map<string, string>()
  /** The processor's movements that our books have, and those that they do not have yet: as they were compared last. */
  readonly booked = new Set<string>()
  readonly unbooked = new Map<string, Movement>()
  /** Up to which they were listed. */
  newestMovement: string | undefined
  /** Something keeps the product from hearing of what happened at the processor: it is found out later. */
  isStruck = false
  /** Told to payers, to be given with a wire. */
  readonly references: string[] = []
  /** What counts references of wires. */
  wires = 0
  /** How many the books had when they were added up last. */
  entries = 0
  /** Asked on its own, as its owner asks it. */
  readonly processor: Stripe
  readonly world: World
  readonly company: Tenant
  /** Sits at the phone. */
  readonly cashier: Person
  /** Looks at the rows after each step, bound by no row-level security. */
  readonly #owner: pg.Client
  #victim: Promise<ServerProcess> | undefined

  private constructor(world: World, cashier: Person, owner: pg.Client) {
    this.world = world
    this.company = world.company
    this.processor = processorOf(world)
    this.cashier = cashier
    this.#owner = owner
  }

  static async start(): Promise<Simulation> {
    const world = await startWorld({ able: ABLE, isSandboxKept: true })
    // All its payers come from one address.
    for (const what of ['tries', 'declines', 'renewals']) {
      const setting = [`limits.${what}_per_address=100000`]
      await runCommand(world.services, true, 'set', { company: world.company.id, setting })
    }
    const owner = new pg.Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    const cashier = await signedIn(world, world.company, 'cashier')
    // Another of the staff is mailed of each payment already.
    await cashier.call('PATCH', '/v1/user/notifications', {
      payment_received: false,
      payment_cleared: false,
      deposits: false,
    })
    return new Simulation(world, cashier, owner)
  }

  async rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#owner.query<Row>({ name: text.slice(0, 60), text, values })).rows
  }

  call(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.company.call(method, path, body, { 'idempotency-key': randomUUID() })
  }

  /** A server for payers that is there to be killed; the world's own does the jobs. */
  async victim(): Promise<ServerProcess> {
    const begin = async () => {
      const victim = await startServerProcess('web', await freePort(), environmentOf(this.world))
      void victim.gone.then(() => {
        this.#victim = undefined
      })
      return victim
    }
    this.#victim ??= begin()
    return this.#victim
  }

  async stop(): Promise<void> {
    const victim = await this.#victim
    victim?.kill()
    await victim?.gone
    await this.#owner.end()
    await this.world.stop()
  }
}
