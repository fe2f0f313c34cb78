import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dayOf } from '../../server/src/lib/day-of.ts'
import { INVOICE_STATUSES } from '../../server/src/receivables/invoices.queries.ts'
import { advance, linkTo, made, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What lists of invoices, payments and refunds are filtered by, and what their rows carry. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Row {
  id: string
  status: string
  [more: string]: unknown
}
const listed = async (tenant: Tenant, list: string, query: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const { data, has_more } = await made(tenant.call('GET', `/v1/${list}?limit=2&${query}${after}`))
    rows.push(...(data as Row[]))
    if (has_more !== true) return rows
    after = `&starting_after=${rows.at(-1)?.id}`
  }
}
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)
const DAY = 24 * 3_600

async function expectFiltersAgree(
  tenant: Tenant,
  list: string,
  statuses: readonly string[],
): Promise<Set<string>> {
  const all = await listed(tenant, list, '')
  for (const status of statuses) {
    const found = await listed(tenant, list, `status=${status}`)
    expect([status, idsOf(found)]).toEqual([status, idsOf(all.filter((row) => row.status === status))])
  }
  return new Set(all.map(({ status }) => status))
}

it('a filter by status finds the invoices that show it, also those that come due by themselves', async () => {
  const tenant = await world.newCompany({ name: 'All Invoices' })
  const { id: customer } = await newCustomer(tenant)
  const soon = new Date(Date.now() + 5 * DAY * 1000).toISOString().slice(0, 10)
  const invoice = async (price: string, more = {}) =>
    String((await newInvoice(tenant, price, { customer, due_on: soon, ...more })).id)
  const note = (of: string, price: string) =>
    made(
      tenant.call('POST', '/v1/credit_notes', {
        invoice: of,
        lines: [{ description: 'Back', quantity: '1', unit_price: price }],
      }),
    )
  const payAll = async (id: string, amount: number, card?: string) =>
    (await pay(world, tenant, (await linkTo(tenant, id)).url, { amount, ...(card ? { card } : {}) })).body
      .payment
  const refund = async (payment: unknown, amount: number, treatment: string) =>
    made(
      tenant.call(
        'POST',
        '/v1/refunds',
        { payment, amount, treatment },
        { 'idempotency-key': `${payment}${amount}` },
      ),
    )

  await invoice('1.00', { due_on: null })
  await note(await invoice('20.00'), '5.00')
  await payAll(await invoice('30.00'), 3_000)
  await tenant.call('POST', `/v1/invoices/${await invoice('4.00')}/void`)
  await payAll(await invoice('50.00'), 5_000, '4000002760003184')
  await refund(await payAll(await invoice('60.00'), 6_000), 1_000, 'reduce_sale')
  await refund(await payAll(await invoice('70.00'), 7_000), 7_000, 'reduce_sale')
  await refund(await payAll(await invoice('80.00'), 8_000), 8_000, 'reopen_invoice')
  await invoice('0.00')
  await invoice('90.00')
  const before = await expectFiltersAgree(tenant, 'invoices', INVOICE_STATUSES)
  expect(before).toEqual(
    new Set(['open', 'partially_paid', 'paid', 'void', 'processing', 'partially_refunded', 'refunded']),
  )
  await advance(world, 7 * DAY)
  await world.settle() // the attempt that nobody finished is given up
  const after = await expectFiltersAgree(tenant, 'invoices', INVOICE_STATUSES)
  expect(after).toContain('overdue')
  expect(after).not.toContain('partially_paid') // overdue too
})

it('an invoice is issued, and overdue, by the day of its company and not by that of London', async () => {
  // At any moment at least one of the two has another day than UTC.
  for (const zone of ['Pacific/Pago_Pago', 'Pacific/Kiritimati']) {
    const tenant = await world.newCompany({ name: zone, 'time-zone': zone })
    const day = (days: number) =>
      dayOf(new Date(world.services.clock.now().getTime() + days * DAY * 1000), zone)
    const { id: customer } = await newCustomer(tenant)
    const issued = async (more = {}) =>
      made(
        tenant.call('POST', '/v1/invoices', {
          customer,
          currency: 'usd',
          lines: [{ description: 'Roses', quantity: '1', unit_price: '1' }],
          ...more,
        }),
      )
    expect(await issued()).toMatchObject({ issued_on: day(0) })
    expect(await issued({ due_on: day(0) })).toMatchObject({ status: 'open' })
    const late = await issued({ issued_on: day(-9), due_on: day(-1) })
    expect(late).toMatchObject({ status: 'overdue' })
    expect(idsOf(await listed(tenant, 'invoices', 'status=overdue'))).toEqual([late.id])
  }
})

it('invoices are found by number, name and amount', async () => {
  const tenant = await world.newCompany({ name: 'Sought' })
  const rose = String((await newCustomer(tenant, { name: 'Rose & Thorn' })).id)
  const [first, second] = [
    await newInvoice(tenant, '1200.50', { customer: rose }),
    await newInvoice(tenant, '75.00'),
  ]
  const find = async (query: string) => idsOf(await listed(tenant, 'invoices', query))
  expect(await find('q=thorn')).toEqual([first.id])
  expect(await find('q=1200.5')).toEqual([first.id])
  expect(await find(`q=${second.number}`)).toEqual([second.id])
  expect(await find(`q=thorn&customer=${rose}&status=open&amount_from=120050`)).toEqual([first.id])
  expect(await find('amount_to=7500')).toEqual([second.id])
  const today = new Date().toISOString().slice(0, 10)
  expect(await find(`created_to=2020-01-01`)).toEqual([])
  expect(
    await find(
      `created_from=2020-01-01&created_to=${today.replace(/^\d+/, (year) => String(Number(year) + 1))}`,
    ),
  ).toEqual([second.id, first.id])
})

it('R-194 R-196 payments and refunds say for whom and what they were, and are found by it', async () => {
  const tenant = await world.newCompany({ name: 'Till' })
  const { id: customer } = await newCustomer(tenant, { name: 'Ada Byron' })
  const order = await quickLink(tenant, 4_200, { customer, reference: 'Order 42' })
  const other = await quickLink(tenant, 900, { reference: 'Walk-in' })
  const payment = String((await pay(world, tenant, order.url, { amount: 4_200 })).body.payment)
  const declined = String(
    (await pay(world, tenant, other.url, { amount: 900, card: '4000000000000002' })).body.payment,
  )
  const walkIn = String((await pay(world, tenant, other.url, { amount: 900 })).body.payment)
  const refund = await made(
    tenant.call('POST', '/v1/refunds', { payment, amount: 1_100 }, { 'idempotency-key': 'part' }),
  )
  await world.settle()
  const payments = async (query: string) => idsOf(await listed(tenant, 'payments', query))
  const refunds = async (query: string) => idsOf(await listed(tenant, 'refunds', query))
  expect(await listed(tenant, 'payments', '')).toMatchObject([
    { id: walkIn, status: 'succeeded', customer: null, customer_name: null, reference: 'Walk-in' },
    { id: declined, status: 'failed', decline_code: 'generic_decline' },
    { id: payment, status: 'refunded', customer, customer_name: 'Ada Byron', reference: 'Order 42' },
  ])
  for (const query of [
    'status=refunded',
    'q=byron',
    'q=order%2042',
    'q=42.00',
    `customer=${customer}`,
    'amount_from=1000',
  ])
    expect([query, await payments(query)]).toEqual([query, [payment]])
  expect(await payments('status=succeeded')).toEqual([walkIn])
  expect(await payments('state=succeeded')).toEqual([walkIn, payment])
  expect(await payments('status=failed&q=walk')).toEqual([declined])
  expect(await payments(`payment_request=${other.request}`)).toEqual([walkIn, declined])
  expect(await payments('created_to=2020-01-01')).toEqual([])
  expect(await payments('created_from=2020-01-01')).toEqual([walkIn, declined, payment])
  expect(await listed(tenant, 'refunds', '')).toMatchObject([
    {
      id: refund.id,
      payment,
      payment_request: order.request,
      customer,
      reference: 'Order 42',
      amount: 1_100,
    },
  ])
  for (const query of [
    'status=succeeded',
    'q=ada',
    'q=11.00',
    `customer=${customer}`,
    `payment=${payment}`,
    'created_from=2020-01-01',
  ])
    expect([query, await refunds(query)]).toEqual([query, [refund.id]])
  for (const query of ['status=failed', 'q=walk', 'amount_from=1101', `payment=${walkIn}`])
    expect([query, await refunds(query)]).toEqual([query, []])
})
