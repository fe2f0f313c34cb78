import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advance, made, mailTo, newCustomer, newInvoice, pageStateOf, pay } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

describe('Customers', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
    const { company } = world
    const lune = await company.call('POST', '/v1/customers', {
      name: 'Café Lune SARL',
      code: 'LUNE',
      country: 'CA',
      language: 'fr',
    })
    await company.call('POST', `/v1/customers/${lune.body.id}/contacts`, {
      name: 'Zoé Tremblay',
      email: 'zoe@lune.test',
      phone: '514 555 0199',
    })
    await company.call('POST', '/v1/customers', {
      name: '100 % Fleurs_d’été',
      email: 'orders@fleurs.test',
      phone: '+33142685300',
    })
    await company.call('POST', '/v1/customers', { name: 'Meadow & Sons', phone: '(305) 555-0142' })
  })
  afterAll(() => world.stop())

  const found = async (q: string) => {
    const { body } = await world.company.call('GET', `/v1/customers?q=${encodeURIComponent(q)}`)
    return (body.data as { name: string }[]).map(({ name }) => name)
  }

  it.each([
    ['R-007 a company name', 'lune', 'Café Lune SARL'],
    ['R-007 a contact’s name', 'tremblay', 'Café Lune SARL'],
    ['R-009 a phone number as it is spoken', '(305) 555-0142', 'Meadow & Sons'],
    ['R-009 part of a contact’s phone number', '514 555', 'Café Lune SARL'],
    ['a code', 'LUNE', 'Café Lune SARL'],
    ['an e-mail address', 'orders@', '100 % Fleurs_d’été'],
    ['a percent sign, which is no wildcard', '100 %', '100 % Fleurs_d’été'],
  ])('are found by %s', async (_, needle, name) => {
    expect(await found(needle)).toEqual([name])
  })

  it('are not found by signs that SQL would take for wildcards', async () => {
    expect(await found('L_ne')).toEqual([])
    expect(await found('%zz%')).toEqual([])
  })

  it('keep a phone number as E.164 and refuse what cannot be called', async () => {
    const made = await world.company.call('POST', '/v1/customers', {
      name: 'A',
      phone: '01 42 68 53 00',
      country: 'FR',
    })
    expect(made.body.phone).toBe('+33142685300')
    const refused = await world.company.call('POST', '/v1/customers', { name: 'B', phone: 'call me' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', field: 'phone' } })
  })

  it('their contacts are changed and removed, each by its own customer, and told in the audit trail', async () => {
    const { company } = world
    const { id: customer } = await newCustomer(company, { name: 'Hotel Ouest', country: 'CA' })
    const { id: other } = await newCustomer(company, { name: 'Hotel Est' })
    const contact = { name: 'Nadia', email: 'nadia@ouest.test' }
    const { id } = await made(company.call('POST', `/v1/customers/${customer}/contacts`, contact))
    const path = `/v1/customers/${customer}/contacts/${id}`
    const changed = await made(company.call('PATCH', path, { name: 'Nadia Roy', phone: '514 555 0188' }))
    expect(changed).toMatchObject({ ...contact, name: 'Nadia Roy', phone: '+15145550188' })
    expect(await found('nadia roy')).toEqual(['Hotel Ouest'])
    for (const nowhere of [
      `/v1/customers/${other}/contacts/${id}`,
      `/v1/customers/${customer}/contacts/${other}`,
    ])
      for (const [method, body] of [['PATCH', { name: 'X' }], ['DELETE']] as const)
        expect(await company.call(method, nowhere, body)).toMatchObject({
          status: 404,
          body: { code: 'not_found' },
        })
    expect(await company.call('DELETE', path)).toMatchObject({ status: 200, body: { id, deleted: true } })
    expect((await company.call('DELETE', path)).status).toBe(404)
    expect(await made(company.call('GET', `/v1/customers/${customer}`))).toMatchObject({ contacts: [] })
    expect(await found('nadia')).toEqual([])
    const { data } = await made(company.call('GET', '/v1/audit_events?limit=20'))
    const told = (data as { type: string; detail: unknown }[]).filter(({ type }) =>
      type.startsWith('contact.'),
    )
    expect(told.slice(0, 3).map(({ type, detail }) => [type, detail])).toEqual([
      ['contact.deleted', { customer_id: expect.any(String) }],
      ['contact.updated', { customer_id: expect.any(String), fields: ['name', 'phone'] }],
      ['contact.added', { customer_id: expect.any(String) }],
    ])
  })

  it('K3 a link that went to a contact is paid and renewed there after the contact is gone', async () => {
    const { company } = world
    const { id: customer } = await newCustomer(company, { name: 'Hotel Sud' })
    const email = 'omar@sud.test'
    const { id } = await made(
      company.call('POST', `/v1/customers/${customer}/contacts`, { name: 'Omar', email }),
    )
    const invoice = await newInvoice(company, '12.00', { customer })
    const order = { kind: 'invoice', invoices: [invoice.id] }
    const request = await made(company.call('POST', '/v1/payment_requests', order))
    const { links } = await made(company.call('POST', `/v1/payment_requests/${request.id}/send`, { email }))
    const url = String((links as { url: string }[])[0]?.url)
    await made(company.call('DELETE', `/v1/customers/${customer}/contacts/${id}`))
    await payer('POST', `${url}/opened`)
    await advance(world, 25 * 3600)
    expect(await pageStateOf(url)).toBe('expired')
    await fetch(`${url}/renew`, { method: 'POST', redirect: 'manual' })
    await world.settle()
    const [mail, ...before] = await mailTo(world, email)
    expect(before).toHaveLength(1)
    const renewed = /https?:\/\/\S+\/p\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect((await pay(world, company, renewed, { amount: 1_200 })).body).toMatchObject({ state: 'succeeded' })
  })

  it('R-013 R-117 whose links are switched off get none, and an open link says so', async () => {
    const { company } = world
    const customer = await company.call('POST', '/v1/customers', { name: 'No Links', email: 'n@l.test' })
    const ask = () =>
      company.call('POST', '/v1/payment_requests', {
        kind: 'quick',
        amount: 900,
        currency: 'usd',
        reference: 'X',
        customer: customer.body.id,
      })
    const request = await ask()
    const link = await company.call('POST', '/v1/payment_links', { payment_request: request.body.id })
    await company.call('PATCH', `/v1/customers/${customer.body.id}`, { payment_links_enabled: false })
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'links_switched_off' } })
    const status = await fetch(`${link.body.url}/status`)
    expect(await status.json()).toMatchObject({ state: 'links_off' })
  })
})
