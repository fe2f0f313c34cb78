import type { ServerResponse } from 'node:http'
import type { Permission } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { toWireId } from '../lib/ids.ts'
import { SUBJECT_PREFIX } from './routes.ts'
import { listEventsAfter, type StreamedEvent } from './stream.queries.ts'

const BATCH = 200
const HEARTBEAT_MS = 15_000
const STUCK_MS = 30_000

/** What one must be able to read to be told of a kind of subject; of any other, `events.read`. */
const READS: Readonly<Record<string, Permission>> = {
  customer: 'customers.read',
  invoice: 'invoices.read',
  application: 'invoices.read',
  credit_note: 'invoices.read',
  credit: 'payments.read',
  payment: 'payments.read',
  refund: 'payments.read',
  dispute: 'payments.read',
  payout: 'payments.read',
  balance_movement: 'payments.read',
  payment_request: 'requests.read',
  payment_link: 'requests.read',
  bulk_send: 'requests.read',
  message: 'requests.read',
  priority: 'requests.read',
  decline_surge: 'requests.read',
  payment_method: 'payments.read',
  method_request: 'payment_methods.request',
  merchant_account: 'settings.read',
}

export interface StreamOptions {
  database: Database
  companyId: CompanyId
  /** The position after which it begins. */
  after: bigint
  /** Who it is for, asked again at every turn. Throws, or gives undefined, where it must end. */
  admitAgain: () => Promise<ReadonlySet<Permission> | undefined>
  /** Calls back when there may be more. */
  listen: (wake: () => void) => () => void
}

/**
 * Tells a company's events to one connection until it, or the right to it, ends. It reads from its own position and
 * only as fast as the other side takes it, so nothing piles up; a notice and the heartbeat only say when to look.
 */
export class EventStream {
  readonly #raw: ServerResponse
  readonly #options: StreamOptions
  #position: bigint
  #permissions: ReadonlySet<Permission> | undefined
  #ended = false
  #wake: () => void = () => {}

  constructor(raw: ServerResponse, options: StreamOptions) {
    this.#raw = raw
    this.#options = options
    this.#position = options.after
    raw.on('close', () => this.#stop())
    raw.on('error', () => this.#stop())
  }

  /** Ends it in an orderly way: the client comes again, here or elsewhere, with the id that it saw last. */
  end(reason: string): void {
    if (this.#ended) return
    this.#raw.write(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`)
    this.#raw.end()
    this.#stop()
  }

  /** Runs until the end. It never throws. */
  async run(): Promise<void> {
    const quiet = this.#options.listen(() => this.#wake())
    try {
      while (!this.#ended) await this.#turn()
    } catch (error) {
      this.end(error instanceof DomainError ? error.code : 'interrupted')
    } finally {
      quiet()
      this.#stop()
    }
  }

  async #turn(): Promise<void> {
    // Before the look, so that what comes during it is not slept through.
    const called = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    const permissions = await this.#options.admitAgain()
    if (permissions === undefined) return this.end('company_changed')
    await this.#tellOfPermissions(permissions)
    const { database, companyId } = this.#options
    const events = await database.read(companyId, (db) => listEventsAfter(db, this.#position, BATCH))
    for (const event of events) {
      if (permissions.has(READS[event.subjectType] ?? 'events.read')) await this.#write(told(event))
      if (this.#ended) return
      this.#position = event.seq
    }
    if (events.length === BATCH) return
    const isCalled = await Promise.race([called.then(() => true), wait(HEARTBEAT_MS, called)])
    if (!isCalled && !this.#ended) await this.#write(': still here\n\n')
  }

  /** Whoever looks at a screen may do more or less from now on: what it offers is wrong. */
  async #tellOfPermissions(now: ReadonlySet<Permission>): Promise<void> {
    const before = this.#permissions
    this.#permissions = now
    if (before === undefined || (before.size === now.size && before.isSubsetOf(now))) return
    await this.#write('event: permissions\ndata: {"type":"permissions"}\n\n')
  }

  async #write(text: string): Promise<void> {
    if (this.#ended || this.#raw.write(text)) return
    const drained = new Promise<boolean>((resolve) => {
      this.#raw.once('drain', () => resolve(true))
      this.#raw.once('close', () => resolve(true))
    })
    const isTaken = await Promise.race([drained, wait(STUCK_MS, drained)])
    if (!isTaken) {
      this.#raw.destroy()
      this.#stop()
    }
  }

  #stop(): void {
    this.#ended = true
    this.#wake()
  }
}

/** False after a time, unless something else settles first; then its timer is gone. */
function wait(ms: number, unless: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms)
    unless.finally(() => clearTimeout(timer))
  })
}

function told(event: StreamedEvent): string {
  const data = {
    type: event.type,
    subject: toWireId(SUBJECT_PREFIX[event.subjectType] ?? 'obj', event.subjectId),
    payment_request: event.requestId === null ? null : toWireId('req', event.requestId),
    occurred_at: event.occurredAt.toISOString(),
  }
  return `id: ${toWireId('evt', event.id)}\nevent: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`
}
