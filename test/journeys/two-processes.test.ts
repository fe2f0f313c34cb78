import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { environmentOf, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { signedIn } from '../support/staff.ts'
import {
  atOnce,
  chargesOf,
  linkTo,
  made,
  mailTo,
  newInvoice,
  owned,
  processorOf,
  quickLink,
  submission,
} from '../support/story.ts'
import { freePort, payer, startWorld, type Tenant, type World } from '../support/world.ts'

/**
 * `bin/serve` twice on one database, each with web and jobs, as behind a load balancer. The world's own server has
 * no jobs here: it hears the processor's webhooks and looks on.
 */
describe('two server processes on one database', () => {
  let world: World
  let first: ServerProcess
  let second: ServerProcess
  beforeAll(async () => {
    world = await startWorld({ role: 'web' })
    first = await start()
    second = await start() // it makes nothing again that the first has made
    await countForwarding(world)
  })
  afterAll(async () => {
    first.kill()
    second.kill()
    await Promise.all([first.gone, second.gone])
    await world.stop()
  })

  const start = async () => startServerProcess('all', await freePort(), environmentOf(world))
  /** A company that calls one of the two. */
  const at = (server: ServerProcess, tenant: Tenant): Tenant => ({
    ...tenant,
    call: (method, path, body, headers) =>
      payer(method, `${server.url}${path}`, body, { authorization: `Bearer ${tenant.key}`, ...headers }),
  })
  const either = (index: number) => (index % 2 === 0 ? first : second)
  const pageAt = (server: ServerProcess, link: string) => `${server.url}${new URL(link).pathname}`

  it('serve the same: what was written at one is read at the other, at once', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(at(first, tenant), '120.00')
    expect(await made(at(second, tenant).call('GET', `/v1/invoices/${invoice.id}`))).toEqual(invoice)
    const { url } = await linkTo(at(second, tenant), invoice.id)
    for (const server of [first, second])
      expect((await payer('GET', pageAt(server, url))).text).toContain('$120.00')
  })

  it('M3.7 make one charge of the same submit that came to both at once', async () => {
    const tenant = await world.newCompany()
    const { url } = await quickLink(tenant, 5_000)
    const body = submission({ amount: 5_000, token: await world.card(tenant) })
    const answers = await atOnce(10, (index) => payer('POST', `${pageAt(either(index), url)}/payments`, body))
    expect(answers.map((answer) => answer.body.state)).toEqual(Array(10).fill('succeeded'))
    expect(new Set(answers.map((answer) => answer.body.payment)).size).toBe(1)
    expect((await chargesOf(world, tenant)).map(({ amount }) => amount)).toEqual([5_000])

    const key = { 'idempotency-key': randomUUID() }
    const refund = { payment: answers[0]?.body.payment, amount: 2_000 }
    const refunds = await atOnce(10, (index) =>
      at(either(index), tenant).call('POST', '/v1/refunds', refund, key),
    )
    expect(new Set(refunds.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(refunds[0]).toMatchObject({ status: 201, body: { amount: 2_000 } })
    const { data } = await processorOf(world).refunds.list({}, { stripeAccount: tenant.account })
    expect(data.map(({ amount }) => amount)).toEqual([2_000])
    await world.settle()
    await world.prove(tenant)
  })

  it('R-105 make one charge of two tabs on one link, each at another', async () => {
    const tenant = await world.newCompany()
    for (let round = 0; round < 3; round++) {
      const amount = 7_000 + round
      const { url, request } = await quickLink(tenant, amount)
      const tokens = [await world.card(tenant), await world.card(tenant)]
      const answers = await Promise.all(
        tokens.map((token, index) =>
          payer('POST', `${pageAt(either(index), url)}/payments`, submission({ amount, token })),
        ),
      )
      expect(answers.filter(({ body }) => body.state === 'succeeded')).toHaveLength(1)
      expect(answers.filter(({ status }) => status >= 400 && status < 500)).toHaveLength(1)
      await world.settle()
      expect((await tenant.call('GET', `/v1/payment_requests/${request}`)).body).toMatchObject({
        status: 'paid',
      })
    }
    expect((await chargesOf(world, tenant)).map(({ amount }) => amount).sort()).toEqual([7_000, 7_001, 7_002])
    await world.prove(tenant)
  })

  it('R-167 do each job once: one mail, one event and one forwarding for everything sent', async () => {
    const tenant = await world.newCompany()
    const sent = await sendMany(tenant, 'both', either)
    await world.settle()
    await expectToldOnce(tenant, sent)
  })

  it('may be stopped one after the other: the one that is left does everything, once', async () => {
    const tenant = await world.newCompany()
    const sending = await sendMany(tenant, 'first-stops', either)
    first.kill('SIGTERM')
    const { url } = await quickLink(at(second, tenant), 4_200)
    const body = submission({ amount: 4_200, token: await world.card(tenant) })
    expect((await payer('POST', `${pageAt(second, url)}/payments`, body)).body.state).toBe('succeeded')
    expect(await first.gone).toEqual([0, null])
    await world.settle()
    await expectToldOnce(tenant, sending)

    first = await start()
    second.kill('SIGTERM')
    expect(await second.gone).toEqual([0, null])
    const after = await sendMany(tenant, 'second-stops', () => first)
    await world.settle()
    await expectToldOnce(tenant, after)
    expect((await payer('GET', pageAt(first, url))).text).toContain('$42.00')
    await world.prove(tenant)
    expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
  })

  it('tell a change of a person in each of their companies once, though all die before it is told', async () => {
    const [here, there] = [await world.newCompany(), await world.newCompany()]
    const cora = await signedIn(world, here, 'cashier')
    const again = { company: there.id, role: 'cashier', email: cora.email, name: 'Cora' }
    await runCommand(world.services, true, 'add-staff', again)
    const told = async (tenant: Tenant) => {
      const where = 'company_id = $1 and action = $2'
      const values = [fromWireId('co', tenant.id), 'user.password_changed']
      return (await owned(world, `select 1 from identity.audit_events where ${where}`, values)).length
    }
    // A job that a killed process held is let go after minutes: none is in hand.
    await world.settle()
    const before = [await told(here), await told(there)]
    for (const server of [first, second]) server.kill()
    await Promise.all([first.gone, second.gone])
    const changed = await cora.call('PATCH', '/v1/user', {
      password: 'seven brown kites at dawn',
      current_password: cora.password,
    })
    expect(changed.status, changed.text).toBe(200)
    expect([await told(here), await told(there)]).toEqual([1 + (before[0] ?? 0), before[1]])
    // Whoever does the job may die after it, and then another does it again.
    await owned(
      world,
      `insert into lib.outbox (company_id, task, payload)
       select company_id, task, payload from lib.outbox where task = 'tell_user_change'`,
    )
    first = await start()
    second = await start()
    await world.settle()
    expect([await told(here), await told(there)]).toEqual(before.map((count) => count + 1))
  })

  /** Twelve requests sent by mail, at the servers that are named. Returns each request with its address. */
  async function sendMany(
    tenant: Tenant,
    name: string,
    where: (index: number) => ServerProcess,
  ): Promise<{ request: string; address: string }[]> {
    return atOnce(12, async (index) => {
      const there = at(where(index), tenant)
      const address = `${name}-${index}@two.test`
      const asked = await made(
        there.call('POST', '/v1/payment_requests', {
          kind: 'quick',
          amount: 1_000 + index,
          currency: 'usd',
          reference: `Order ${index}`,
        }),
      )
      await made(there.call('POST', `/v1/payment_requests/${asked.id}/send`, { email: address }))
      return { request: String(asked.id), address }
    })
  }

  async function expectToldOnce(tenant: Tenant, sent: readonly { request: string; address: string }[]) {
    for (const { address } of sent)
      expect([address, (await mailTo(world, address)).length]).toEqual([address, 1])
    const events = await made(tenant.call('GET', '/v1/events?limit=100'))
    const told = (events.data as { type: string; subject: string }[]).filter(
      ({ type }) => type === 'payment_request.sent',
    )
    for (const { request } of sent)
      expect([request, told.filter(({ subject }) => subject === request).length]).toEqual([request, 1])
    expect(await owned(world, 'select 1 from lib.outbox')).toEqual([])
    expect(
      await owned(world, 'select task, payload from public.forwarded group by 1, 2 having count(*) > 1'),
    ).toEqual([])
  }
})

/** Notes every job that the forwarders give out; a worker that does one twice without harm would hide that. */
async function countForwarding(world: World): Promise<void> {
  await owned(
    world,
    `create table public.forwarded (task int, payload text);
     create function public.note_forwarded() returns trigger language plpgsql security definer as $$
       begin insert into public.forwarded values (new.task_id, new.payload::text); return null; end $$;
     create trigger note_forwarded after insert on graphile_worker._private_jobs
       for each row when (new.payload::text <> '{}') execute function public.note_forwarded()`,
  )
}
