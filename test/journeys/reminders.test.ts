import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  copiedLink,
  eventually,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
} from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

describe('Reminders by hand', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const call: World['company']['call'] = (...input) => world.company.call(...input)
  const asked = async (values: Record<string, unknown> = {}) =>
    made(
      call('POST', '/v1/payment_requests', {
        kind: 'quick',
        amount: 4500,
        currency: 'usd',
        reference: 'Bouquet',
        ...values,
      }),
    )
  const sent = async (email: string, values: Record<string, unknown> = {}) => {
    const request = await asked(values)
    await made(call('POST', `/v1/payment_requests/${request.id}/send`, { email }))
    // Two mails in the same moment come in any order.
    await world.settle()
    return String(request.id)
  }
  const remind = (request: unknown, body: Record<string, unknown> = {}, headers = {}) =>
    call('POST', `/v1/payment_requests/${request}/remind`, body, headers)
  const read = async (request: unknown) => made(call('GET', `/v1/payment_requests/${request}`))
  const linksOf = async (request: unknown) =>
    (await read(request)).links as { url: string; state: string; recipient: string | null }[]
  const arrived = async (address: string, count: number) => {
    const mails = await eventually(
      () => mailTo(world, address),
      (found) => found.length >= count,
    )
    expect(mails).toHaveLength(count)
    const [mail] = mails
    return {
      subject: mail?.subject ?? '',
      text: (mail?.text ?? '').replaceAll(/\s+/g, ' '),
      attachments: mail?.attachments,
    }
  }

  it('R-188 go to the address of the last link, with a new link that supersedes the one before it there', async () => {
    const request = await sent('ana@lune.test')
    const answer = await remind(request)
    expect(answer).toMatchObject({ status: 200, body: { status: 'sent', reminders: 1 } })
    expect(answer.body.last_reminded_at).not.toBeNull()
    const mail = await arrived('ana@lune.test', 2)
    expect(mail.subject).toBe('Reminder: Bouquet, $45.00')
    expect(mail.text).toContain('A friendly reminder: $45.00 for Bouquet is still to be paid.')
    const [first, second] = await linksOf(request)
    expect([first?.state, second?.state]).toEqual(['superseded', 'active'])
    expect(mail.text).toContain(second?.url)
    expect(await pageStateOf(first?.url ?? '')).toBe('replaced')
    expect((await pay(world, world.company, second?.url ?? '', { amount: 4500 })).body).toMatchObject({
      state: 'succeeded',
    })
    await world.settle()
    const events = await made(call('GET', '/v1/events?type=payment_request.reminded'))
    expect(events.data).toMatchObject([{ subject: request }])
  })

  it('R-188 speak the customer’s language, and carry the invoice', async () => {
    const customer = await newCustomer(world.company, {
      name: 'Zoé',
      email: 'zoe@lune.test',
      language: 'fr',
      country: 'FR',
    })
    const invoice = await newInvoice(world.company, '80.00', { customer: customer.id })
    const request = await made(
      call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
    )
    await made(call('POST', `/v1/payment_requests/${request.id}/send`, {}))
    await world.settle()
    await made(remind(request.id))
    const mail = await arrived('zoe@lune.test', 2)
    expect(mail.subject).toMatch(/^Rappel\u00a0: INV-1/)
    expect(mail.text).toContain('Petit rappel :')
    expect(mail.attachments).toHaveLength(1)
  })

  it('R-192 R-193 say what the sender wrote, or a saved reply, in place of the fixed text', async () => {
    const request = await sent('text@lune.test', {
      customer: (await newCustomer(world.company, { name: 'Ida' })).id,
    })
    await made(remind(request, { message: 'Dear { customer.name }, still { request.amount }.' }))
    expect((await arrived('text@lune.test', 2)).text).toContain('Dear Ida, still $45.00.')
    const other = await sent('reply@lune.test')
    await made(
      call('POST', '/v1/templates', {
        kind: 'reply',
        language: 'en',
        name: 'Nudge',
        body: 'Nudge: { link }',
      }),
    )
    const { data } = await made(call('GET', '/v1/templates?kind=reply'))
    const nudge = (data as { id: string; name: string }[]).find(({ name }) => name === 'Nudge')
    await made(remind(other, { template: nudge?.id }))
    const mail = await arrived('reply@lune.test', 2)
    expect(mail).toMatchObject({ subject: 'Reminder from Rosa Blooms: Payment request Bouquet' })
    expect(mail.text).toContain('Nudge: http')
    expect(await remind(await sent('x@lune.test'), { message: '[ name ] { customer.name }' })).toMatchObject({
      status: 422,
      body: { code: 'template_variable_missing' },
    })
  })

  it.each([
    ['request_not_sent', async () => (await asked()).id],
    [
      'request_is_voided',
      async () => {
        const request = await sent('void@lune.test')
        await made(call('POST', `/v1/payment_requests/${request}/void`))
        return request
      },
    ],
    [
      'request_is_paid',
      async () => {
        const request = await sent('paid@lune.test')
        await pay(world, world.company, String((await linksOf(request))[0]?.url), { amount: 4500 })
        return request
      },
    ],
    [
      'request_is_being_paid',
      async () => {
        const request = await sent('action@lune.test')
        const paying = { amount: 4500, card: '4000002500003155' }
        const started = await pay(world, world.company, String((await linksOf(request))[0]?.url), paying)
        expect(started.body).toMatchObject({ state: 'requires_action' })
        return request
      },
    ],
    [
      'request_settled_elsewhere',
      async () => {
        const invoice = await newInvoice(world.company, '45.00')
        const ask = () =>
          made(call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }))
        const [one, two] = [await ask(), await ask()]
        await made(call('POST', `/v1/payment_requests/${two.id}/send`, { email: 'else@lune.test' }))
        await pay(world, world.company, await copiedLink(world.company, one.id), { amount: 4500 })
        return two.id
      },
    ],
    [
      'links_switched_off',
      async () => {
        const customer = await newCustomer(world.company, { email: 'off@lune.test' })
        const request = await sent('off@lune.test', { customer: customer.id })
        await made(call('PATCH', `/v1/customers/${customer.id}`, { payment_links_enabled: false }))
        return request
      },
    ],
    [
      'recipient_missing',
      async () => {
        const request = await asked()
        await copiedLink(world.company, request.id)
        return request.id
      },
    ],
  ])('of what is not unpaid, or cannot be sent, are refused: %s', async (code, prepare) => {
    const request = await prepare()
    await world.settle()
    const before = await read(request)
    const refused = await remind(request)
    expect(refused.body.code).toBe(code)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await read(request)).toEqual({ ...before, reminders: 0, last_reminded_at: null })
  })

  it('repeated with the same key, or raced without one, remind once', async () => {
    const repeated = await sent('same@lune.test')
    const key = { 'idempotency-key': 'remind-once' }
    const answers = [await remind(repeated, {}, key), await remind(repeated, {}, key)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]?.text).toBe(answers[0]?.text)
    const raced = await sent('race@lune.test')
    const together = await Promise.all([1, 2, 3, 4].map(() => remind(raced)))
    expect(together.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(together.find(({ status }) => status === 409)?.body.code).toBe('reminded_just_now')
    expect(await read(raced)).toMatchObject({ reminders: 1 })
    await arrived('same@lune.test', 2)
    await arrived('race@lune.test', 2)
    await world.play('POST', '/sandbox/clock/advance', { seconds: 120 })
    await eventually(
      async () => (await remind(raced)).status,
      (status) => status === 200,
    )
    expect(await read(raced)).toMatchObject({ reminders: 2 })
  })

  it('of another company’s request are not found', async () => {
    const other = await world.newCompany()
    expect(
      await other.call('POST', `/v1/payment_requests/${await sent('far@lune.test')}/remind`, {}),
    ).toMatchObject({ status: 404 })
  })
})
