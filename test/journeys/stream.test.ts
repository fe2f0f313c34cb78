import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { environmentOf, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { signedIn } from '../support/staff.ts'
import { atOnce, eventually, made, newCustomer, owned, pay, quickLink } from '../support/story.ts'
import { freePort, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

interface Told {
  id: string
  event: string
  data: Record<string, unknown>
}

/** An EventSource, as far as it matters: what was told, until it is closed or the other side ends. */
class Listener {
  readonly told: Told[] = []
  ended = false
  readonly #abort = new AbortController()

  static async open(base: string, tenant: Tenant, more: Record<string, string> = {}): Promise<Listener> {
    const listener = new Listener()
    const response = await fetch(`${base}/v1/stream`, {
      headers: {
        accept: 'text/event-stream',
        ...('cookie' in more ? {} : { authorization: `Bearer ${tenant.key}` }),
        ...more,
      },
      signal: listener.#abort.signal,
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    listener.#read(response).catch(() => {
      listener.ended = true
    })
    return listener
  }

  close(): void {
    this.#abort.abort()
  }

  get last(): string {
    return this.told.at(-1)?.id ?? ''
  }

  async #read(response: Response): Promise<void> {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
    }
    this.ended = true
  }

  #take(block: string): void {
    const lines = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(': ') + 2)]),
    )
    const event = lines.get('event')
    if (event !== undefined)
      this.told.push({ id: lines.get('id') ?? '', event, data: JSON.parse(lines.get('data') ?? '{}') })
  }
}

const heard = (listener: Listener, count: number) =>
  eventually(
    async () => listener.told,
    (told) => told.length >= count,
  )
const idsInOrder = (world: World, tenant: Tenant) =>
  owned<{ id: string; type: string }>(
    world,
    'select id, type from notifications.events where company_id = $1 order by seq',
    [fromWireId('co', tenant.id)],
  )

describe('the stream of events', () => {
  let world: World
  let other: ServerProcess
  beforeAll(async () => {
    world = await startWorld()
    other = await startServerProcess('web', await freePort(), environmentOf(world))
  })
  afterAll(async () => {
    other.kill()
    await other.gone
    await world.stop()
  })

  it('tells at one process what happens at another, and after a break all that came since, once and in order', async () => {
    const tenant = await world.newCompany({ name: 'Streams' })
    await world.settle() // what making the company set off is told before anybody listens
    const earlier = (await idsInOrder(world, tenant)).length
    const here = await Listener.open(world.url, tenant)
    let there = await Listener.open(other.url, tenant)
    const { url, request } = await quickLink(tenant, 500)
    const payment = (await pay(world, tenant, url, { amount: 500 })).body.payment
    await world.settle()
    await eventually(
      async () => there.told,
      (told) => told.some(({ event }) => event === 'payment.succeeded'),
    )
    expect(there.told.find(({ event }) => event === 'payment.succeeded')).toMatchObject({
      id: expect.stringMatching(/^evt_/),
      data: { type: 'payment.succeeded', subject: payment, payment_request: request },
    })
    const before = [...there.told]
    there.close()
    await atOnce(30, () => newCustomer(tenant)) // while nobody is there, from many connections
    await world.settle()
    there = await Listener.open(other.url, tenant, { 'last-event-id': before.at(-1)?.id ?? '' })
    await atOnce(10, () => newCustomer(tenant)) // and while it catches up
    await world.settle()
    const written = (await idsInOrder(world, tenant)).slice(earlier)
    await heard(here, written.length)
    await heard(there, written.length - before.length)
    const whole = [...before, ...there.told]
    expect(whole.map(({ event }) => event)).toEqual(written.map(({ type }) => type))
    expect(new Set(whole.map(({ id }) => id)).size).toBe(written.length)
    expect(here.told.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    for (const listener of [here, there]) listener.close()
  })

  it('goes on when the connection that hears notices is cut', async () => {
    const tenant = await world.newCompany({ name: 'Cut' })
    await world.settle()
    const listener = await Listener.open(world.url, tenant)
    await newCustomer(tenant)
    await heard(listener, 1)
    await owned(
      world,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'quittance notices' and datname = current_database()`,
    )
    await newCustomer(tenant)
    await world.settle()
    expect(await heard(listener, 2)).toHaveLength(2)
    listener.close()
  })

  it('tells only what the caller may read, and nothing of another company', async () => {
    const [tenant, stranger] = [
      await world.newCompany({ name: 'Mine' }),
      await world.newCompany({ name: 'Theirs' }),
    ]
    await world.settle()
    const { secret } = (await runCommand(world.services, true, 'create-key', {
      company: tenant.id,
      name: 'Narrow',
      permission: ['requests.read'],
    })) as { secret: string }
    const narrow = await Listener.open(world.url, tenant, { authorization: `Bearer ${secret}` })
    const elsewhere = await Listener.open(world.url, stranger)
    const { url } = await quickLink(tenant, 500, { customer: (await newCustomer(tenant)).id })
    await pay(world, tenant, url, { amount: 500 })
    await world.settle()
    await newCustomer(stranger)
    await heard(elsewhere, 1)
    await eventually(
      async () => narrow.told,
      (told) => told.some(({ event }) => event === 'payment_request.paid'),
    )
    const kinds = new Set(narrow.told.map(({ event }) => event.slice(0, event.indexOf('.'))))
    expect(kinds).not.toContain('payment')
    expect(kinds).not.toContain('customer')
    expect(elsewhere.told.map(({ event }) => event)).toEqual(['customer.created'])
    for (const listener of [narrow, elsewhere]) listener.close()
  })

  it('K14 says to whoever is signed in that they may do more or less, once for each change of their roles', async () => {
    const tenant = await world.newCompany({ name: 'Roles' })
    const cora = await signedIn(world, tenant, 'cashier')
    await world.settle()
    const listener = await Listener.open(world.url, tenant, { cookie: cora.cookie })
    const role = (await made(tenant.call('GET', '/v1/roles'))).data as {
      role: string
      permissions: string[]
    }[]
    const preset = role.find((each) => each.role === 'cashier')?.permissions ?? []
    const permissions = preset.filter((permission) => permission !== 'refunds.create')
    await made(tenant.call('PATCH', '/v1/roles/cashier', { permissions }))
    for (let i = 0; i < 2; i++) await newCustomer(tenant)
    const told = (await heard(listener, 3)).map(({ event }) => event)
    expect(told).toEqual(['permissions', 'customer.created', 'customer.created'])
    listener.close()
  })

  it('ends when its key is revoked, says so for an id that it does not know, and refuses who does not ask for events', async () => {
    const tenant = await world.newCompany({ name: 'Ends' })
    const order = { name: 'Short', permissions: ['requests.read', 'customers.read'] }
    const key = await made(tenant.call('POST', '/v1/api_keys', order))
    const authorization = `Bearer ${key.secret}`
    const listener = await Listener.open(world.url, tenant, { authorization, 'last-event-id': 'evt_unknown' })
    expect((await heard(listener, 1))[0]).toMatchObject({ event: 'reset' })
    await made(tenant.call('DELETE', `/v1/api_keys/${key.id}`))
    await newCustomer(tenant)
    await world.settle()
    await eventually(
      async () => listener.ended,
      (ended) => ended,
    )
    expect(listener.told.at(-1)).toMatchObject({ event: 'end', data: { reason: 'unauthenticated' } })
    expect(await tenant.call('GET', '/v1/stream')).toMatchObject({
      status: 406,
      body: { code: 'not_an_event_stream' },
    })
    expect((await fetch(`${world.url}/v1/stream`, { headers: { accept: 'text/event-stream' } })).status).toBe(
      401,
    )
  })

  it('is bounded for each caller, and a place is free again when one is closed', async () => {
    const tenant = await world.newCompany({ name: 'Many' })
    const listeners = await atOnce(20, () => Listener.open(world.url, tenant))
    const ask = () => tenant.call('GET', '/v1/stream', undefined, { accept: 'text/event-stream' })
    const refused = await ask()
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_streams' } })
    expect(refused.headers.get('retry-after')).toBe('60')
    listeners.pop()?.close()
    const again = await eventually(
      () => Listener.open(world.url, tenant).catch(() => undefined),
      (listener) => listener !== undefined,
    )
    for (const listener of [...listeners, again]) listener?.close()
  })

  it('ends in order when its process is told to stop', async () => {
    const tenant = await world.newCompany({ name: 'Stops' })
    const third = await startServerProcess('web', await freePort(), environmentOf(world))
    const listener = await Listener.open(third.url, tenant)
    await newCustomer(tenant)
    await heard(listener, 1)
    third.kill('SIGTERM')
    await third.gone
    expect(listener.told.at(-1)).toMatchObject({ event: 'end', data: { reason: 'closing' } })
    const next = await Listener.open(world.url, tenant, { 'last-event-id': listener.told.at(0)?.id ?? '' })
    await newCustomer(tenant)
    expect(await heard(next, 1)).toHaveLength(1)
    next.close()
  })
})
