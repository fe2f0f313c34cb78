import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { describeWithSharedData, sharedJson } from '../support/shared-data.ts'
import { made, pageStateOf, pay, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * What a comparable product tests of itself, told through ours. Where the source leaves a policy open, ours stands
 * beside the step. Which of its cases have no step here yet is listed by name, so that a new one is noticed.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const CHALLENGE = '4000002760003184'

describeWithSharedData('payment-requests-btcpay', 'scenarios/payment-requests-btcpay.give.json', () => {
  const { cases } = sharedJson<{ cases: { id: string }[] }>('scenarios/payment-requests-btcpay.give.json')
  const COVERED = [
    'PR-01',
    'PR-02',
    'PR-03',
    'PR-04',
    'PR-05',
    'PR-07',
    'PR-09',
    'PR-10',
    'PR-12',
    'PR-14',
    'PR-16',
  ]
  const quick = { kind: 'quick', amount: 1_000, currency: 'usd', reference: 'A' }
  const create = (body: Record<string, unknown>) => world.company.call('POST', '/v1/payment_requests', body)

  it('every case is covered here', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(COVERED)
  })

  it('PR-01 R-125 no amount, or none but zero, is refused', async () => {
    const { amount: _, ...without } = quick
    for (const body of [without, { ...quick, amount: 0 }]) {
      expect(await create(body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    }
  })

  it('PR-02 an unknown currency is refused', async () => {
    for (const currency of ['helloinvalid', 'xyz']) {
      expect(await create({ ...quick, currency, amount: 100 })).toMatchObject({
        status: 400,
        body: { code: 'invalid_request' },
      })
    }
  })

  it('PR-03 a key that only reads creates and voids nothing', async () => {
    const { request } = await quickLink(world.company, 1_000)
    const made = await runCommand(world.services, true, 'create-key', {
      company: world.company.id,
      name: 'Reads',
      permission: ['requests.read'],
    })
    const authorization = `Bearer ${(made as { secret: string }).secret}`
    expect(
      (await world.company.call('GET', `/v1/payment_requests/${request}`, undefined, { authorization }))
        .status,
    ).toBe(200)
    for (const path of ['', `/${request}/send`, `/${request}/void`]) {
      const body = path.endsWith('void') ? undefined : path === '' ? quick : {}
      expect(
        (await world.company.call('POST', `/v1/payment_requests${path}`, body, { authorization })).status,
      ).toBe(403)
    }
  })

  it('PR-04 a voided (archived) request is left out of the list of what is asked, and still viewable', async () => {
    const tenant = await world.newCompany()
    const kept = await quickLink(tenant, 1_000)
    const voided = await quickLink(tenant, 2_000)
    await made(tenant.call('POST', `/v1/payment_requests/${voided.request}/void`))
    const listed = async (query: string) =>
      ((await tenant.call('GET', `/v1/payment_requests${query}`)).body.data as { id: string }[]).map(
        ({ id }) => id,
      )
    expect(await listed('?state=sent')).toEqual([kept.request])
    expect(await listed('?state=voided')).toEqual([voided.request])
    // Policy: a list that asks for no state shows all.
    expect(await listed('')).toEqual([voided.request, kept.request])
    expect((await tenant.call('GET', `/v1/payment_requests/${voided.request}`)).body).toMatchObject({
      status: 'voided',
      total: 2_000,
    })
    expect((await payer('GET', voided.url)).status).toBe(200)
    // Policy: nothing brings it back; who takes a request back asks anew.
    const again = await tenant.call('POST', `/v1/payment_requests/${voided.request}/send`, {
      email: 'a@b.test',
    })
    expect(again.status).toBe(409)
  })

  it('PR-05 a voided (archived) request takes no payment', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    await made(world.company.call('POST', `/v1/payment_requests/${request}/void`))
    expect(await pay(world, world.company, url, { amount: 1_000 })).toMatchObject({
      status: 409,
      body: { code: 'link_not_payable', state: 'voided' },
    })
  })

  it('PR-07 a request that is paid in full takes no second payment', async () => {
    const { url } = await quickLink(world.company, 1_000)
    await made(pay(world, world.company, url, { amount: 1_000 }))
    expect(await pay(world, world.company, url, { amount: 1_000 })).toMatchObject({
      status: 409,
      body: { code: 'link_not_payable', state: 'paid' },
    })
  })

  it('PR-09 a part of what is asked is refused, with what is asked', async () => {
    const { url } = await quickLink(world.company, 1_000)
    // Policy: A20 (i), a payer pays the whole amount asked.
    expect(await pay(world, world.company, url, { amount: 400 })).toMatchObject({
      status: 409,
      body: { code: 'amount_changed', amount: 1_000 },
    })
  })

  it('PR-10 a negative amount is refused', async () => {
    const { url } = await quickLink(world.company, 1_000)
    expect(await pay(world, world.company, url, { amount: -4 })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
  })

  it('PR-12 rule 3: a request is processing while its money is under way, and then paid', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    const status = async () =>
      (await world.company.call('GET', `/v1/payment_requests/${request}`)).body.status
    const attempt = await made(pay(world, world.company, url, { amount: 1_000, card: CHALLENGE }))
    expect(await status()).toBe('processing')
    const intent = String(attempt.client_secret).split('_secret')[0]
    await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
    await world.settle()
    expect(await status()).toBe('paid')
    expect(await pageStateOf(url)).toBe('paid')
    await world.prove()
  })

  it('PR-14 what is under way is not voided from under its payer', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    await pay(world, world.company, url, { amount: 1_000, card: CHALLENGE })
    expect(await world.company.call('POST', `/v1/payment_requests/${request}/void`)).toMatchObject({
      status: 409,
      body: { code: 'money_has_moved' },
    })
  })

  it('PR-16 a request of a random id is a 404', async () => {
    const id = 'req_01h455vb4pex5vsknk084sn02q'
    for (const verb of ['void', 'send']) {
      const body = verb === 'send' ? {} : undefined
      expect((await world.company.call('POST', `/v1/payment_requests/${id}/${verb}`, body)).status).toBe(404)
    }
    expect(
      (
        await payer('POST', `${world.url}/p/${'A'.repeat(27)}/payments`, {
          submit_key: 'key-00001',
          confirmation_token: 'c',
          amount: 1,
          currency: 'USD',
        })
      ).status,
    ).toBe(404)
  })
})

it('and the whole of it agrees with the processor', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})
