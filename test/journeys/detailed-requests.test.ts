import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPoppler, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import {
  advance,
  atOnce,
  copiedLink,
  made,
  mailTo,
  newCustomer,
  pay,
  quickLink,
  rowCounts,
  upload,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

const DETAILED = {
  kind: 'detailed',
  title: 'Printing press',
  reference: 'SO-2214',
  currency: 'usd',
  subtotal: 100_000,
  tax: 8_875,
  shipping: 12_500,
  attachments: [] as unknown[],
}

describe('A detailed request asks for subtotal, tax and shipping together', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
    DETAILED.attachments = [(await made(upload(world.company, 'SO-2214.pdf'))).id]
  })
  afterAll(() => world.stop())

  it('R-008 R-017 R-018 R-019 R-020 R-024 is a draft to review, then sent to a typed address, paid and receipted with its breakdown', async () => {
    const { company } = world
    const draft = await made(
      company.call('POST', '/v1/payment_requests', { ...DETAILED, email: 'new-buyer@example.test' }),
    )
    expect(draft).toMatchObject({
      kind: 'detailed',
      status: 'draft',
      title: 'Printing press',
      reference: 'SO-2214',
      email: 'new-buyer@example.test',
      breakdown: { subtotal: 100_000, tax: 8_875, shipping: 12_500 },
      total: 121_375,
      open: 121_375,
      part_of: null,
      links: [],
    })
    expect((await company.call('GET', `/v1/payment_requests/${draft.id}`)).body).toEqual(draft)
    expect(await mailTo(world, 'new-buyer@example.test')).toEqual([])

    const sent = await made(company.call('POST', `/v1/payment_requests/${draft.id}/send`, {}))
    expect(sent).toMatchObject({ status: 'sent', links: [{ recipient: 'new-buyer@example.test' }] })
    await world.settle()
    const [mail] = await mailTo(world, 'new-buyer@example.test')
    expect(mail?.subject).toContain('Printing press')
    for (const text of ['$1,000.00', '$88.75', '$125.00', '$1,213.75', 'SO-2214'])
      expect(mail?.text).toContain(text)

    const [link] = sent.links as { url: string }[]
    const url = link?.url ?? ''
    const page = await payer('GET', url, undefined, { 'accept-language': 'fr-CA' })
    for (const text of ['Printing press', 'Sous-total', 'Taxe', 'Livraison', 'SO-2214'])
      expect(page.text).toContain(text)
    const paid = await pay(world, company, url, { amount: 121_375 })
    expect(paid.body.state).toBe('succeeded')
    await world.settle()
    const [receipt] = await mailTo(world, 'new-buyer@example.test')
    for (const text of ['Subtotal', '$88.75', 'Printing press']) expect(receipt?.text).toContain(text)
    const pdf = await fetch(`${url}/receipts/${paid.body.payment}.pdf?lang=fr`)
    expect(pdf.status).toBe(200)
    if (hasPoppler)
      expect(textOf(new Uint8Array(await pdf.arrayBuffer()))).toMatch(/Sous-total.*Taxe.*Livraison/)
    expect((await company.call('GET', `/v1/payment_requests/${draft.id}`)).body).toMatchObject({
      status: 'paid',
      open: 0,
    })
    await world.prove()
  })

  it('R-018 is refused where its parts come to nothing or to more than a charge takes, and nothing is written', async () => {
    const { company } = world
    const before = await rowCounts(world)
    for (const [wrong, code] of [
      [{ subtotal: 0, tax: 0, shipping: 0 }, 'nothing_to_ask'],
      [{ subtotal: 99_999_999 }, 'amount_not_payable'],
      [{ subtotal: -5 }, 'invalid_request'],
      [{ subtotal: 10.5 }, 'invalid_request'],
      [{ subtotal: '100' }, 'invalid_request'],
      [{ title: undefined }, 'invalid_request'],
      [{ email: 'nobody' }, 'invalid_request'],
      [{ total: 121_375 }, 'invalid_request'],
      [{ part_of: {} }, 'items_do_not_fit'],
      [{ part_of: { total: 5 } }, 'items_do_not_fit'],
      [{ part_of: { percent: '30', total: 5 } }, 'items_do_not_fit'],
      [{ part_of: { percent: '0' } }, 'nothing_to_ask'],
      [{ part_of: { percent: '100.1' } }, 'invalid_request'],
    ] as const) {
      const refused = await company.call('POST', '/v1/payment_requests', { ...DETAILED, ...wrong })
      expect({ wrong, status: Math.floor(refused.status / 100), code: refused.body.code }).toEqual({
        wrong,
        status: 4,
        code,
      })
    }
    expect(await rowCounts(world)).toEqual(before)
  })

  it('repeated and raced with one key is one request, and another company finds none', async () => {
    const { company } = world
    const answers = await atOnce(6, () =>
      company.call('POST', '/v1/payment_requests', DETAILED, { 'idempotency-key': 'detailed-once' }),
    )
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    const other = await world.newCompany()
    expect((await other.call('GET', `/v1/payment_requests/${answers[0]?.body.id}`)).status).toBe(404)
  })

  it('R-152 asks for a percentage of a job: half up, shared by largest remainder, both shown', async () => {
    const { company } = world
    const part = await made(
      company.call('POST', '/v1/payment_requests', {
        ...DETAILED,
        subtotal: 100_001,
        part_of: { percent: '33.3333' },
      }),
    )
    expect(part).toMatchObject({
      total: 40_459,
      breakdown: { subtotal: 33_334, tax: 2_958, shipping: 4_167 },
      part_of: { label: null, total: 121_376, percent: '33.3333' },
    })
    const url = await copiedLink(company, part.id)
    const english = await payer('GET', url)
    expect(english.text).toContain('Deposit of 33.3333% of $1,213.76')
    expect(english.text).toContain('$404.59')

    const quick = await quickLink(company, 36_000, {
      part_of: { label: 'Acompte vélo', total: 120_000, percent: '30' },
    })
    expect((await payer('GET', `${quick.url}?lang=fr`)).text).toMatch(/Acompte vélo de 30.% sur 1.200,00.\$/)
    const computed = await made(
      company.call('POST', '/v1/payment_requests', {
        kind: 'quick',
        currency: 'usd',
        reference: 'Bike',
        part_of: { total: 121_375, percent: '50' },
      }),
    )
    expect(computed).toMatchObject({ total: 60_688, part_of: { total: 121_375, percent: '50' } })
    const wrong = await company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      currency: 'usd',
      reference: 'Bike',
      amount: 60_687,
      part_of: { total: 121_375, percent: '50' },
    })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'items_do_not_fit', expected: 60_688 } })
    const without = await company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      currency: 'usd',
      reference: 'Bike',
    })
    expect(without).toMatchObject({ status: 400, body: { code: 'invalid_request', field: 'amount' } })
  })

  it('R-017 K24 needs its document to be created and to be sent, unless the company does without', async () => {
    const tenant = await world.newCompany()
    const bare = { ...DETAILED, attachments: [], email: 'buyer@example.test' }
    const refused = await tenant.call('POST', '/v1/payment_requests', bare)
    expect(refused).toMatchObject({ status: 422, body: { code: 'document_missing', field: 'attachments' } })
    const required = (value: boolean) =>
      tenant.call('PATCH', '/v1/settings', { 'request.document_required': value })
    expect((await required(false)).status).toBe(200)
    const draft = await made(tenant.call('POST', '/v1/payment_requests', bare))
    await required(true)
    const send = () => tenant.call('POST', `/v1/payment_requests/${draft.id}/send`, {})
    expect(await send()).toMatchObject({ status: 422, body: { code: 'document_missing' } })
    await required(false)
    expect(await send()).toMatchObject({ status: 200, body: { status: 'sent' } })
    await world.settle()
  })

  it('R-202 voided is owed no more and takes no money', async () => {
    const { company } = world
    const customer = await newCustomer(company, { email: 'lune@example.test' })
    const asked = await made(
      company.call('POST', '/v1/payment_requests', { ...DETAILED, customer: customer.id }),
    )
    const url = await copiedLink(company, asked.id)
    expect((await company.call('POST', `/v1/payment_requests/${asked.id}/void`)).body).toMatchObject({
      status: 'voided',
      open: 0,
    })
    expect((await pay(world, company, url, { amount: 121_375 })).status).toBe(409)
    await advance(world, 60)
    await world.prove()
  })
})
