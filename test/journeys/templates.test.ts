import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../support/staff.ts'
import { eventually, made, mailTo, newCustomer, newInvoice } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

interface Shown {
  id: string
  kind: string
  sector: string
  language: string
  shipped: boolean
  body: string
}

describe('Templates', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const call: World['company']['call'] = (...input) => world.company.call(...input)
  const listed = async (query = '') => (await made(call('GET', `/v1/templates${query}`))).data as Shown[]
  const quick = async (values: Record<string, unknown> = {}) =>
    made(
      call('POST', '/v1/payment_requests', {
        kind: 'quick',
        amount: 12_500,
        currency: 'usd',
        reference: 'Order 7',
        ...values,
      }),
    )
  const send = (request: unknown, body: Record<string, unknown>, headers = {}) =>
    call('POST', `/v1/payment_requests/${request}/send`, body, headers)
  const arrived = async (address: string, count = 1) => {
    const mails = await eventually(
      () => mailTo(world, address),
      (found) => found.length >= count,
    )
    expect(mails).toHaveLength(count)
    const [mail] = mails
    // Lines are wrapped for terminals; what matters here is what they say.
    return { text: (mail?.text ?? '').replaceAll(/\s+/g, ' ') }
  }

  it('R-151 R-153 of four trades and two confirmations come with the product, in English and French', async () => {
    const shipped = await listed()
    for (const sector of ['automotive', 'bike', 'property_management', 'veterinary']) {
      const found = shipped.filter((each) => each.kind === 'request' && each.sector === sector)
      expect(found.map(({ language }) => language).sort()).toEqual(['en', 'fr'])
    }
    const confirmations = shipped.filter(({ kind }) => kind === 'confirmation')
    expect(new Set(confirmations.map(({ sector }) => sector))).toEqual(new Set(['general', 'automotive']))
    const french = confirmations.find(({ sector, language }) => sector === 'automotive' && language === 'fr')
    expect(french?.body).toContain('récupérer vos clés')
  })

  it('R-152 the bike shops’ asks for a percentage, which the sender fills in', async () => {
    const request = await quick({
      customer: (await newCustomer(world.company, { email: 'velo@lune.test' })).id,
    })
    const template = 'tpl_shipped_request_bike_en'
    const refused = await send(request.id, { template })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'template_blanks_unfilled', blanks: ['[ bike ]', '[ % ]'] },
    })
    expect(await made(call('GET', `/v1/payment_requests/${request.id}`))).toMatchObject({
      status: 'draft',
      links: [],
    })
    const preview = await made(
      call('POST', '/v1/templates/preview', { template, payment_request: request.id }),
    )
    expect(preview).toMatchObject({
      sendable: false,
      missing: [],
      warnings: [
        { code: 'blank', detail: '[ bike ]' },
        { code: 'blank', detail: '[ % ]' },
      ],
    })
    const message = String(preview.text)
      .replace('[ bike ]', 'bike')
      .replace('[ % ]', '30%')
      .replace('(the payment link)', '{ link }')
    await made(send(request.id, { message }))
    const mail = await arrived('velo@lune.test')
    expect(mail.text).toContain('a deposit of 30% of the estimate: $125.00')
  })

  it('R-150 blanks are sent as they are where the sender says so', async () => {
    const request = await quick()
    await made(send(request.id, { email: 'blank@lune.test', message: 'For [ what ].', allow_blanks: true }))
    expect((await arrived('blank@lune.test')).text).toContain('For [ what ].')
  })

  it('R-147 R-148 R-149 are filled from the customer, the company, the request and the appointment, in the customer’s language', async () => {
    const customer = await newCustomer(world.company, {
      name: 'Zoé',
      email: 'zoe@lune.test',
      language: 'fr',
      country: 'CA',
    })
    await made(
      call('POST', '/v1/appointments', {
        customer: customer.id,
        starts_at: '2026-01-05T09:30:00-05:00',
        meta: { animal_name: 'Félix' },
        source: 'vetsoft',
        external_id: '77',
      }),
    )
    const request = await quick({ customer: customer.id })
    await made(send(request.id, { template: 'tpl_shipped_request_veterinary_en' }))
    const mail = await arrived('zoe@lune.test')
    expect(mail.text).toContain('Bonjour Zoé,')
    expect(mail.text).toContain('Merci de nous avoir confié Félix.')
    expect(mail.text).toContain('Les honoraires de la consultation s’élèvent à 125,00')
    expect(mail.text).toContain('Une caresse à Félix')
    const { links } = await made(call('GET', `/v1/payment_requests/${request.id}`))
    const [link] = links as { url: string }[]
    // Once in the text and once under the button; never in the database.
    expect(mail.text.split(link?.url ?? '?')).toHaveLength(3)
    expect(mail.text).not.toContain('\ufffc')
  })

  it('R-149 a variable without a value blocks sending and is named (M3.15)', async () => {
    const customer = await newCustomer(world.company, { email: 'rent@lune.test', meta: {} })
    const request = await quick({ customer: customer.id })
    const text = { message: 'Rent due { customer.meta_rent_due } for { appointment.meta_unit }' }
    expect(await send(request.id, text)).toMatchObject({
      status: 422,
      body: {
        code: 'template_variable_missing',
        variables: ['customer.meta_rent_due', 'appointment.meta_unit'],
      },
    })
    expect(await made(call('GET', `/v1/payment_requests/${request.id}`))).toMatchObject({
      status: 'draft',
      links: [],
      deliveries: [],
    })
    await made(call('PATCH', `/v1/customers/${customer.id}`, { meta: { rent_due: '1 May' } }))
    await made(send(request.id, { message: 'Rent due { customer.meta_rent_due }' }))
    expect((await arrived('rent@lune.test')).text).toContain('Rent due 1 May')
  })

  it('R-147 a variable that was edited is refused by its name, when written and when sent', async () => {
    const body = 'Bonjour { customer.nom }'
    const problem = {
      status: 422,
      body: { code: 'template_variable_unknown', variables: ['{ customer.nom }'] },
    }
    const written = { kind: 'reply', language: 'fr', name: 'Bonjour', body }
    expect(await call('POST', '/v1/templates', written)).toMatchObject(problem)
    expect(await send((await quick()).id, { email: 'a@lune.test', message: body })).toMatchObject(problem)
  })

  it('a customer’s name is never read as a text of ours', async () => {
    const name = '{ company.name } [ x ] <b>{ link }</b>'
    const customer = await newCustomer(world.company, { name, email: 'hostile@lune.test' })
    await made(send((await quick({ customer: customer.id })).id, { message: 'Hello { customer.name }.' }))
    expect((await arrived('hostile@lune.test')).text).toContain(`Hello ${name}.`)
  })

  it('another customer’s appointment is not found', async () => {
    const other = await newCustomer(world.company)
    const mine = await newCustomer(world.company, { email: 'mine@lune.test' })
    const appointment = await made(
      call('POST', '/v1/appointments', {
        customer: other.id,
        starts_at: '2026-01-05T09:30:00Z',
        meta: { animal_name: 'Rex' },
      }),
    )
    const text = { message: '{ appointment.meta_animal_name }', appointment: appointment.id }
    expect(await send((await quick({ customer: mine.id })).id, text)).toMatchObject({ status: 404 })
  })

  it('R-154 R-155 are copied, changed and deleted by the company, in both languages under one name', async () => {
    const english = await made(
      call('POST', '/v1/templates', { copy_of: 'tpl_shipped_reply_how_to_pay_en', name: 'Ours' }),
    )
    const french = await made(
      call('POST', '/v1/templates', {
        copy_of: 'tpl_shipped_reply_how_to_pay_fr',
        name: 'Ours',
        body: 'Voici\u00a0: { link }',
      }),
    )
    expect(english).toMatchObject({ shipped: false, kind: 'reply', language: 'en' })
    expect(await call('POST', '/v1/templates', { copy_of: english.id })).toMatchObject({
      status: 409,
      body: { code: 'already_exists' },
    })
    await made(call('PATCH', `/v1/templates/${english.id}`, { body: 'Here: { link }' }))
    const customer = await newCustomer(world.company, { email: 'both@lune.test', language: 'fr' })
    const invoice = await newInvoice(world.company, '80.00', { customer: customer.id })
    const request = await made(
      call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
    )
    const twice = { 'idempotency-key': 'once' }
    expect(await send(request.id, { template: english.id }, twice)).toMatchObject({ status: 200 })
    expect(await send(request.id, { template: english.id }, twice)).toMatchObject({ status: 200 })
    expect((await arrived('both@lune.test')).text).toContain('Voici : http')
    await made(call('DELETE', `/v1/templates/${french.id}`))
    expect(await call('GET', `/v1/templates/${french.id}`)).toMatchObject({ status: 404 })
    expect(
      await made(call('POST', '/v1/templates/preview', { template: english.id, customer: customer.id })),
    ).toMatchObject({
      language: 'en',
      text: 'Here: (le lien de paiement)',
      warnings: [{ code: 'other_language', detail: 'en' }],
    })
  })

  it('that come with the product are not changed, and another company’s are not found', async () => {
    const shipped = '/v1/templates/tpl_shipped_request_bike_en'
    expect(await call('PATCH', shipped, { body: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'template_is_shipped' },
    })
    expect(await call('DELETE', shipped)).toMatchObject({
      status: 409,
      body: { code: 'template_is_shipped' },
    })
    const own = await made(
      call('POST', '/v1/templates', { kind: 'reply', language: 'en', name: 'Mine', body: 'Hi' }),
    )
    const other = await world.newCompany()
    for (const method of ['GET', 'DELETE'])
      expect(await other.call(method, `/v1/templates/${own.id}`)).toMatchObject({ status: 404 })
    expect(await other.call('POST', '/v1/templates', { copy_of: own.id })).toMatchObject({ status: 404 })
    const request = await made(
      other.call('POST', '/v1/payment_requests', {
        kind: 'quick',
        amount: 500,
        currency: 'usd',
        reference: 'R',
      }),
    )
    const sent = await other.call('POST', `/v1/payment_requests/${request.id}/send`, {
      email: 'a@lune.test',
      template: own.id,
    })
    expect(sent).toMatchObject({ status: 404 })
  })

  it('R-193 of reminders are neither written nor sent as a request', async () => {
    const written = { kind: 'reply', copy_of: 'tpl_shipped_reminder_en' }
    expect(await call('POST', '/v1/templates', { copy_of: 'tpl_shipped_reminder_en' })).toMatchObject({
      status: 422,
      body: { code: 'template_does_not_fit' },
    })
    expect(await made(call('POST', '/v1/templates', written))).toMatchObject({ kind: 'reply' })
    const sent = await send((await quick()).id, { email: 'a@lune.test', template: 'tpl_shipped_reminder_en' })
    expect(sent).toMatchObject({ status: 422, body: { code: 'template_does_not_fit' } })
  })

  it('are sent as a test with sample values to whoever asks, and to nobody but the staff', async () => {
    const manager = await signedIn(world, world.company, 'sales_manager')
    const test = (id: string, body: unknown, person: Pick<typeof manager, 'call'> = manager) =>
      person.call('POST', `/v1/templates/${id}/test`, body)
    const id = 'tpl_shipped_request_veterinary_fr'
    expect(await test(id, {})).toMatchObject({ status: 201, body: { to: manager.email } })
    const mail = await arrived(manager.email)
    expect(mail.text).toMatch(/Bonjour Camille Martin, .*‹appointment\.meta_animal_name›.*125,00/)
    expect(mail.text).toContain('(le lien de paiement)')
    expect(mail.text).toContain('Ceci est un essai avec des valeurs d’exemple.')
    expect(mail.text).not.toContain('http')

    const own = await made(
      call('POST', '/v1/templates', {
        kind: 'reply',
        language: 'en',
        name: 'Signed',
        subject: 'For { customer.name }',
        body: 'Yours, [ sign here ]',
      }),
    )
    const colleague = await signedIn(world, world.company, 'cashier')
    const byKey = (email?: string) =>
      test(String(own.id), email === undefined ? {} : { email }, world.company)
    expect(await byKey(colleague.email.toUpperCase())).toMatchObject({ status: 201 })
    await world.settle()
    const [sent] = await mailTo(world, colleague.email)
    expect(sent?.subject).toBe('Test: For Camille Martin')
    expect(sent?.text).toContain('Yours, [ sign here ]')

    expect(await byKey()).toMatchObject({ status: 400, body: { field: 'email' } })
    const refused = { status: 422, body: { code: 'test_address_refused' } }
    expect(await byKey('stranger@else.test')).toMatchObject(refused)
    expect(await test(id, { email: colleague.email })).toMatchObject(refused)
    expect(await test(id, {}, colleague)).toMatchObject({ status: 403 })
    const stranger = await world.newCompany()
    expect(await test(String(own.id), { email: 'x@y.test' }, stranger)).toMatchObject({ status: 404 })

    const answers = await Promise.all(Array.from({ length: 20 }, () => test(id, {})))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited).toHaveLength(2)
    expect(limited[0]?.body.code).toBe('too_many_test_messages')
  })
})
