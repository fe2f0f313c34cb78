import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { atOnce, newCustomer, newInvoice } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Numbers of a company's own series: no gap, no duplicate, whoever issues at the same time and whatever fails. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const WORKERS = 16
const EACH = 20

async function numbersOf(tenant: Tenant): Promise<number[]> {
  const numbers: number[] = []
  for (let after = ''; ; ) {
    const { body } = await tenant.call('GET', `/v1/invoices?limit=100${after}`)
    for (const { number } of body.data as { number: string }[])
      numbers.push(Number(number.replace('INV-', '')))
    if (body.next_cursor === null) return numbers.sort((a, b) => a - b)
    after = `&starting_after=${body.next_cursor}`
  }
}
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

it('16 issuers at once in each of two companies, with refusals and voids in between: no gap, no duplicate, no failure', async () => {
  const tenants = [world.company, await world.newCompany()]
  const customers = await Promise.all(tenants.map(async (tenant) => String((await newCustomer(tenant)).id)))
  await Promise.all(
    tenants.map((tenant, which) =>
      atOnce(WORKERS / 2, async (worker) => {
        for (let i = 0; i < EACH; i++) {
          const order = {
            customer: customers[which],
            currency: 'usd',
            lines: [{ description: 'x', quantity: '1', unit_price: '1.00' }],
          }
          const key = { 'idempotency-key': `${worker}-${i}` }
          const [issued, twin] = await Promise.all([
            tenant.call('POST', '/v1/invoices', order, key),
            i % 5 === 0 ? tenant.call('POST', '/v1/invoices', order, key) : undefined,
          ])
          expect(issued.status, issued.text).toBe(201)
          if (twin !== undefined) expect(twin.body.number).toBe(issued.body.number)
          if (i % 4 === 0) {
            const refused = await tenant.call('POST', '/v1/invoices', {
              ...order,
              customer: customers[1 - which],
            })
            expect(refused.status).toBe(404)
            const negative = { ...order, lines: [{ ...order.lines[0], unit_price: '-1.00' }] }
            expect((await tenant.call('POST', '/v1/invoices', negative)).body.code).toBe('invoice_invalid')
          }
          if (i % 7 === 0)
            expect((await tenant.call('POST', `/v1/invoices/${issued.body.id}/void`)).status).toBe(200)
        }
      }),
    ),
  )
  for (const tenant of tenants) {
    expect(await numbersOf(tenant)).toEqual(upTo((WORKERS / 2) * EACH))
    await world.prove(tenant)
  }
})

it('an invoice with taxes, a discount and shipping adds up as it is shown (EN 16931)', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '0', {
    currency: 'cad',
    lines: [
      {
        description: 'Roses',
        quantity: '3',
        unit_price: '19.99',
        taxes: [
          { rate: '5', name: 'GST' },
          { rate: '9.975', name: 'QST' },
        ],
      },
      { description: 'Box', quantity: '1', unit_price: '4.50', taxes: [{ rate: '0' }] },
    ],
    discount: { label: 'Loyal', amount: '5.00' },
    shipping: { amount: '10.00', taxes: [{ rate: '5', name: 'GST' }] },
  })
  // 59.97 + 4.50 = 64.47; 5.00 off, shared 4.65 : 0.35; GST 5 % of 55.32 + 10.00, QST 9.975 % of 55.32.
  expect(invoice).toMatchObject({
    subtotal: 6_447,
    allowances: 500,
    shipping: 1_000,
    tax: 327 + 552,
    total: 6_447 - 500 + 1_000 + 879,
    open: 7_826,
    status: 'open',
  })
  const taxes = invoice.taxes as { name: string | null; taxable: number; amount: number }[]
  expect(taxes.map(({ name, taxable, amount }) => [name, taxable, amount]).sort()).toEqual(
    [
      ['GST', 6_532, 327],
      ['QST', 5_532, 552],
      [null, 415, 0],
    ].sort(),
  )
  const included = await newInvoice(tenant, '0', {
    tax_included: true,
    lines: [{ description: 'x', quantity: '1', unit_price: '110.00', taxes: [{ rate: '10' }] }],
  })
  expect(included).toMatchObject({ total: 11_000, tax: 1_000 })
  for (const rate of ['100.01', '-0.01']) {
    const lines = [{ description: 'x', quantity: '1', unit_price: '1.00', taxes: [{ rate }] }]
    const refused = await tenant.call('POST', '/v1/invoices', {
      customer: invoice.customer,
      currency: 'usd',
      lines,
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'invoice_invalid' } })
  }
  await world.prove(tenant)
})
