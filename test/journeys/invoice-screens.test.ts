import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkTo, made, newCustomer, newInvoice, rowCounts } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

/** What the screens of invoices ask for beside the invoices themselves. */
describe('an invoice is previewed, printed and found in its requests', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const TERMS = {
    currency: 'cad',
    lines: [
      {
        description: 'Roses',
        quantity: '3',
        unit_price: '33.335',
        taxes: [
          { rate: '5', name: 'GST' },
          { rate: '9.975', name: 'QST' },
        ],
      },
      { description: 'Vase', quantity: '1', unit_price: '10', taxes: [{ rate: '5', name: 'GST' }] },
    ],
    discount: { label: 'Loyalty', amount: '5.00' },
    shipping: { amount: '7.25', taxes: [{ rate: '5', name: 'GST' }] },
  }

  it('a preview says what the issued invoice then comes to, and changes nothing', async () => {
    const { company } = world
    const customer = (await newCustomer(company)).id
    // That there is a customer is told by jobs.
    await world.settle()
    const before = await rowCounts(world)
    const preview = await made(company.call('POST', '/v1/invoices/preview', TERMS))
    expect(await rowCounts(world)).toEqual(before)
    const invoice = await made(company.call('POST', '/v1/invoices', { ...TERMS, customer }))
    for (const sum of [
      'subtotal',
      'allowances',
      'charges',
      'shipping',
      'tax',
      'rounding',
      'total',
      'taxes',
    ] as const)
      expect(preview[sum], sum).toEqual(invoice[sum])
    expect(preview.lines).toEqual((invoice.lines as { amount: number }[]).map(({ amount }) => ({ amount })))
    expect(preview.total).toBe(12_739)
  })

  it('a preview refuses what issuing refuses, by the same field', async () => {
    const [line] = TERMS.lines
    const refused = { ...TERMS, lines: [{ ...line, taxes: [{ rate: '101' }] }] }
    const preview = await world.company.call('POST', '/v1/invoices/preview', refused)
    expect(preview).toMatchObject({ status: 422, body: { code: 'invoice_invalid', field: 'lines[0].taxes' } })
    const unknown = await world.company.call('POST', '/v1/invoices/preview', { ...TERMS, currency: 'xxx' })
    expect(unknown).toMatchObject({ status: 400, body: { field: 'currency' } })
  })

  it('an invoice is printed in the customer’s language or the one asked for, to its company alone', async () => {
    const { company } = world
    const customer = (await newCustomer(company, { language: 'fr' })).id
    const { id } = await newInvoice(company, '12.00', { customer })
    const print = async (tenant: typeof company, query = '') => {
      const response = await fetch(`${world.url}/v1/invoices/${id}/pdf${query}`, {
        headers: { authorization: `Bearer ${tenant.key}` },
      })
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        bytes: Buffer.from(await response.arrayBuffer()),
      }
    }
    const own = await print(company)
    expect(own).toMatchObject({ status: 200, type: 'application/pdf' })
    expect(own.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const english = await print(company, '?language=en')
    expect(english.bytes.equals(own.bytes)).toBe(false)
    expect((await print(await world.newCompany())).status).toBe(404)
  })

  it('requests are listed by an invoice that they ask for', async () => {
    const { company } = world
    const customer = (await newCustomer(company)).id
    const one = await newInvoice(company, '10.00', { customer })
    const other = await newInvoice(company, '20.00', { customer })
    const both = await linkTo(company, one.id, other.id)
    const alone = await linkTo(company, other.id)
    const of = async (invoice: unknown) => {
      const list = await made(company.call('GET', `/v1/payment_requests?invoice=${invoice}`))
      return (list.data as { id: string }[]).map(({ id }) => id)
    }
    expect(await of(one.id)).toEqual([both.request])
    expect(await of(other.id)).toEqual([alone.request, both.request])
    const refused = await company.call('GET', '/v1/payment_requests?invoice=nothing')
    expect(refused).toMatchObject({ status: 400, body: { field: 'invoice' } })
    const stranger = await world.newCompany()
    expect((await made(stranger.call('GET', `/v1/payment_requests?invoice=${one.id}`))).data).toEqual([])
  })
})
