import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { advance, linkTo, made, newInvoice, owned, pay, quickLink } from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Reports say what the ledger says, to the cent. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const DAY = 24 * 3_600
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY * 1000).toISOString().slice(0, 10)

/** What an account stands at: debits less credits. */
async function balanceOf(tenant: Tenant, account: number): Promise<number> {
  const [row] = await owned<{ balance: string }>(
    world,
    `select coalesce(sum(case when debit = $2 then amount else -amount end), 0) balance
     from ledger.transfers where company_id = $1 and $2 in (debit, credit)`,
    [fromWireId('co', tenant.id), account],
  )
  return Number(row?.balance)
}
type Rows = Record<string, number & string>[]
const report = async (tenant: Tenant, path: string) =>
  (await made(tenant.call('GET', `/v1/reports/${path}`))).data as Rows

it('M3.14 takings of all days are what the processor’s balance stands at, on the company’s days', async () => {
  const tenant = await world.newCompany({ name: 'Takings', 'time-zone': 'America/New_York' })
  const payOne = async (amount: number) => {
    const { url } = await quickLink(tenant, amount)
    return String((await pay(world, tenant, url, { amount })).body.payment)
  }
  const first = await payOne(10_000)
  await payOne(2_500)
  await advance(world, DAY)
  await payOne(700)
  const half = { payment: first, amount: 4_000 }
  await made(tenant.call('POST', '/v1/refunds', half, { 'idempotency-key': 'some' }))
  await world.settle()
  const rows = await report(tenant, `takings?from=${dayFromNow(-2)}&to=${dayFromNow(30)}`)
  expect(rows).toHaveLength(2)
  const [one, two] = rows
  expect(one).toMatchObject({
    method: 'card',
    currency: 'usd',
    payments: 2,
    gross: 12_500,
    refunds: 0,
    refunded: 0,
  })
  expect(two).toMatchObject({ payments: 1, gross: 700, refunds: 1, refunded: 4_000 })
  expect(one?.fees).toBeGreaterThan(0)
  for (const row of rows) expect(row.net).toBe((row.gross ?? 0) - (row.refunded ?? 0) - (row.fees ?? 0))
  expect(rows.reduce((sum, { net }) => sum + (net ?? 0), 0)).toBe(await balanceOf(tenant, 1050))
  const newYork = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'America/New_York' })
  expect(one?.date).toBe(newYork.format(Date.now()))
  expect(await report(tenant, `takings?from=${one?.date}&to=${one?.date}`)).toEqual([one])
  expect(await report(tenant, 'takings?from=2020-01-01&to=2020-12-31')).toEqual([])
  // Up to today, which is the day of the company's business and not of whoever reads.
  expect(await report(tenant, 'takings?days=1')).toEqual([two])
  expect(await report(tenant, 'takings?days=2')).toEqual(rows)
  await world.prove(tenant)
})

it('requests are counted from sent to opened to paid, with medians', async () => {
  const tenant = await world.newCompany({ name: 'Funnel' })
  const invoices = [
    await newInvoice(tenant, '10.00'),
    await newInvoice(tenant, '20.00'),
    await newInvoice(tenant, '30.00'),
  ]
  const [paid, opened] = [
    await linkTo(tenant, invoices[0]?.id),
    await linkTo(tenant, invoices[1]?.id),
    await linkTo(tenant, invoices[2]?.id),
  ]
  await advance(world, 3_600)
  await payer('POST', `${paid?.url}/opened`)
  await payer('POST', `${opened?.url}/opened`)
  await advance(world, 3_600)
  await pay(world, tenant, String(paid?.url), { amount: 1_000 })
  const [row] = await report(tenant, `requests?from=${dayFromNow(-2)}&to=${dayFromNow(30)}`)
  expect(row).toMatchObject({
    sent: 3,
    opened: 2,
    paid: 1,
    voided: 0,
    asked_amount: 6_000,
    paid_amount: 1_000,
  })
  expect(Math.round(Number(row?.seconds_to_open) / 360)).toBe(10)
  expect(Math.round(Number(row?.seconds_to_pay) / 720)).toBe(10)
})

it('a report of too many days, or backwards, is refused', async () => {
  for (const range of [
    'from=2026-02-01&to=2026-01-01',
    'from=2024-01-01&to=2026-01-01',
    'from=2026-01-01',
    '',
    'days=0',
    'days=367',
    'days=7&from=2026-01-01',
  ])
    expect((await world.company.call('GET', `/v1/reports/takings?${range}`)).body).toMatchObject({
      status: 400,
      code: 'invalid_request',
    })
})

it('M3.1 M3.14 the journal is exported whole, its balances are those of the accounts, and aging is what 1100 says', async () => {
  const tenant = await world.newCompany({ name: 'Books', 'time-zone': 'America/New_York' })
  const paid = await newInvoice(tenant, '120.00')
  const owing = await newInvoice(tenant, '80.50', { customer: paid.customer })
  const { url } = await linkTo(tenant, paid.id)
  const { payment } = await made(pay(world, tenant, url, { amount: 12_000 }))
  await made(tenant.call('POST', '/v1/refunds', { payment, amount: 2_000 }, { 'idempotency-key': 'books' }))
  await world.settle()
  const today = (await made(tenant.call('GET', '/v1/reports/balances'))).data as {
    account: number
    balance: number
  }[]
  expect(today.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  for (const { account, balance } of today)
    expect([account, balance]).toEqual([account, await balanceOf(tenant, account)])
  const receivable = today.find(({ account }) => account === 1100)?.balance
  expect(receivable).toBe(Number(owing.open) + 2_000)
  expect((await made(tenant.call('GET', '/v1/reports/aging'))).totals).toMatchObject([{ total: receivable }])

  const file = await fetch(`${world.url}/v1/reports/journal?format=csv&days=2`, {
    headers: { authorization: `Bearer ${tenant.key}` },
  })
  const [heading, ...lines] = (await file.text()).replace('\ufeff', '').trimEnd().split(/\r?\n/)
  expect(heading).toBe('id,entry,booked_at,kind,subject,reverses,debit,credit,amount,currency')
  const sums = new Map<number, number>()
  for (const line of lines) {
    const [debit, credit, amount] = line.split(',').slice(6, 9).map(Number) as [number, number, number]
    const minor = Math.round(amount * 100)
    sums.set(debit, (sums.get(debit) ?? 0) + minor)
    sums.set(credit, (sums.get(credit) ?? 0) - minor)
  }
  for (const { account, balance } of today) expect([account, sums.get(account)]).toEqual([account, balance])

  // Page by page it is the same, of an account only what moved it, and nothing of it is another company's.
  const ids: string[] = []
  for (let after = ''; ; ) {
    const page = await made(tenant.call('GET', `/v1/reports/journal?days=2&limit=3${after}`))
    ids.push(...(page.data as { id: string }[]).map(({ id }) => id))
    if (page.next_cursor === null) break
    after = `&starting_after=${page.next_cursor}`
  }
  expect(ids).toEqual(lines.map((line) => line.split(',')[0]))
  const ofOne = (await made(tenant.call('GET', '/v1/reports/journal?days=2&account=1100'))).data as Rows
  expect(ofOne.length).toBeGreaterThan(2)
  for (const { debit, credit } of ofOne) expect([debit, credit]).toContain(1100)
  const stranger = await world.newCompany()
  const theirs = await stranger.call('GET', `/v1/reports/journal?days=2&starting_after=${ids[0]}`)
  expect(theirs.body.data).toEqual([])
  // Before its first day nothing had been booked.
  expect((await made(tenant.call('GET', `/v1/reports/balances?as_of=${dayFromNow(-400)}`))).data).toEqual([])
})
