import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeWithSharedData, sharedData } from '../support/shared-data.ts'
import { atOnce, made, newCustomer, owned, rowCounts } from '../support/story.ts'
import { type Answer, startWorld, type Tenant, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 240_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

function send(tenant: Tenant, file: string | Uint8Array, query = '', headers = {}): Promise<Answer> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  return tenant.call('POST', `/v1/invoices/import${query}`, bytes, { 'content-type': 'text/csv', ...headers })
}

const ENGLISH = `number,issued_on,due_on,currency,customer_name,customer_email,description,quantity,unit_price,tax_rate,total
A-1,2026-01-02,2026-02-01,usd,"Café ""Lune"", Ltd",lune@example.test,"Roses, red",10,1.50,10,18.70
A-1,,,,,,Vase,1,2.00,10,
A-2,2026-01-03,,usd,"=HYPERLINK(""x"")",,Delivery,1,"1,200.00",0,
`

describe('Invoices come from CSV files, whole or not at all', () => {
  it('groups lines by number, sums them, makes customers and stores text byte for byte', async () => {
    const tenant = await world.newCompany()
    const answer = await send(tenant, ENGLISH)
    expect(answer).toMatchObject({
      status: 201,
      body: {
        object: 'invoice_import',
        dry_run: false,
        encoding: 'utf-8',
        lines: 3,
        imported: [{ number: 'A-1' }, { number: 'A-2' }],
        already_imported: [],
        customers_created: 2,
        ignored_columns: [],
      },
    })
    const [first, second] = answer.body.imported as { id: string }[]
    expect((await tenant.call('GET', `/v1/invoices/${first?.id}`)).body).toMatchObject({
      number: 'A-1',
      subtotal: 1_700,
      tax: 170,
      total: 1_870,
      open: 1_870,
      due_on: '2026-02-01',
      buyer: { name: 'Café "Lune", Ltd', email: 'lune@example.test' },
      lines: [{ description: 'Roses, red' }, { description: 'Vase' }],
    })
    expect((await tenant.call('GET', `/v1/invoices/${second?.id}`)).body).toMatchObject({
      total: 120_000,
      buyer: { name: '=HYPERLINK("x")' },
    })
    await world.prove(tenant)
  })

  it('reads what a French Excel writes: semicolons, decimal commas, Windows-1252 or UTF-8 with its mark', async () => {
    const text = `number;issued_on;currency;customer_name;description;quantity;unit_price;tax_rate;Colonne\r
F-1;2026-01-02;eur;Café Élan;Pivoines;2,5;1 234,56;20;x\r
`
    for (const [bytes, encoding] of [
      [Buffer.from(text, 'latin1'), 'windows-1252'],
      [Buffer.from(`\ufeff${text}`, 'utf8'), 'utf-8'],
      [Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ] as const) {
      const tenant = await world.newCompany()
      const { body } = await send(tenant, bytes)
      expect(body).toMatchObject({ encoding, ignored_columns: ['colonne'], customers_created: 1 })
      const [invoice] = body.imported as { id: string }[]
      expect((await tenant.call('GET', `/v1/invoices/${invoice?.id}`)).body).toMatchObject({
        subtotal: 308_640,
        total: 370_368,
        buyer: { name: 'Café Élan' },
      })
    }
  })

  it('names every line that it cannot take, and imports nothing', async () => {
    const tenant = await world.newCompany()
    const before = await rowCounts(world)
    const refused = await send(
      tenant,
      `number,issued_on,currency,customer_name,unit_price,quantity,tax_rate,total
B-1,01/02/2026,usd,X,1,1,0,
B-2,26/02/2026,usd,X,1,1,0,
B-3,2026-02-30,usd,X,1,1,0,
B-4,2026-01-01,zzz,X,1,1,0,
B-5,2026-01-01,usd,,1,1,0,
,2026-01-01,usd,X,1,1,0,
B-7,2026-01-01,usd,X,abc,1,0,
B-8,2026-01-01,usd,X,"1,234",1,0,
B-9,2026-01-01,usd,X,,1,0,
B-10,2026-01-01,usd,X,1,-1,0,
B-11,2026-01-01,usd,X,1,1,120,
B-12,2026-01-01,usd,X,1,1,0,2.00
B-13,2026-01-01,usd,X,1,1,0,,,
B-14,2026-01-01,usd,X,1,1,0,
B-14,2026-01-02,usd,X,1,1,0,
B-15,2026-01-01,usd,X\u0000,1,1,0,
B-16,2026-01-01,usd,X,1,1,0,
`,
    )
    expect(refused).toMatchObject({ status: 422, body: { code: 'csv_refused', refused_count: 15 } })
    const lines = refused.body.refused as { line: number; column: string | null; code: string }[]
    expect(lines.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'issued_on', 'date_ambiguous'],
      [3, 'issued_on', 'date_not_read'],
      [4, 'issued_on', 'date_not_read'],
      [5, 'currency', 'currency_unknown'],
      [6, 'customer_name', 'missing'],
      [7, 'number', 'missing'],
      [8, 'unit_price', 'number_not_read'],
      [9, 'unit_price', 'number_ambiguous'],
      [10, 'unit_price', 'missing'],
      [11, null, 'negative'],
      [12, 'tax_rate', 'out_of_range'],
      [13, 'total', 'total_differs'],
      [14, null, 'too_many_cells'],
      [16, 'issued_on', 'lines_disagree'],
      [17, 'customer_name', 'not_text'],
    ])
    for (const [file, code] of [
      ['', 'csv_not_read'],
      ['number,total\nA,1\n', 'csv_not_read'],
      ['number,issued_on,unit_price\n"A,2026-01-01,1\n', 'csv_not_read'],
      ['number,number,issued_on,unit_price\n', 'csv_not_read'],
    ]) {
      expect((await send(tenant, file ?? '')).body.code).toMatch(file === '' ? /./ : new RegExp(code ?? ''))
    }
    expect((await send(tenant, ENGLISH, '?source=einvoice')).status).toBe(400)
    expect(await rowCounts(world)).toEqual(before)
  })

  it('says in a dry run what it would do, and repeated imports nothing twice', async () => {
    const tenant = await world.newCompany()
    await newCustomer(tenant, { name: 'Somebody', email: 'lune@example.test' })
    const before = await rowCounts(world)
    const dry = await send(tenant, ENGLISH, '?source=erp&dry_run=true')
    expect(dry.body).toMatchObject({
      dry_run: true,
      imported: [
        { id: null, number: 'A-1' },
        { id: null, number: 'A-2' },
      ],
      customers_created: 1,
    })
    expect(await rowCounts(world)).toEqual(before)
    const answers = await atOnce(4, () => send(tenant, ENGLISH, '?source=erp'))
    expect(answers.filter(({ body }) => (body.imported as unknown[] | undefined)?.length === 2)).toHaveLength(
      1,
    )
    const again = await send(tenant, ENGLISH, '?source=erp')
    expect(again).toMatchObject({
      status: 201,
      body: { imported: [], already_imported: ['A-1', 'A-2'], customers_created: 0 },
    })
    expect((await send(tenant, ENGLISH, '?source=other')).body).toMatchObject({
      already_imported: [],
      customers_created: 0,
    })
    await world.prove(tenant)
  })

  it('takes 20,000 lines while pages go on being answered', async () => {
    const tenant = await world.newCompany()
    const lines = Array.from(
      { length: 20_000 },
      (_, i) =>
        `L-${Math.floor(i / 10)},2026-01-01,usd,C-${i % 10 === 0 ? Math.floor(i / 400) : ''},Line ${i},1,1.00`,
    )
    const rows = lines.map((line) => line.replace(',C-,', ',,'))
    const file = `number,issued_on,currency,customer_id,description,quantity,unit_price\n${rows.join('\n')}\n`
    let isDone = false
    const importing = send(tenant, file).finally(() => {
      isDone = true
    })
    let answered = 0
    while (!isDone) {
      if ((await fetch(`${world.url}/healthz`)).ok) answered++
    }
    const { status, body } = await importing
    expect([status, (body.imported as unknown[]).length, body.customers_created]).toEqual([201, 2_000, 50])
    expect(answered).toBeGreaterThan(5)
    await made(tenant.call('GET', '/v1/invoices'))
    await world.prove(tenant)
  })
})

describe('What was open before is imported as opening balances, and credits by themselves', () => {
  const OPEN = `number,issued_on,due_on,currency,customer_id,customer_name,unit_price,tax_rate,prepaid
O-1,2025-11-02,2025-12-02,usd,L,Lune,100.00,10,30.00
O-2,2025-12-03,2026-01-02,usd,M,Mistral,50.00,0,
`
  const CREDITS = `number,issued_on,currency,customer_id,customer_name,description,unit_price
K-1,2025-12-05,usd,L,Lune,Roses returned,20.00
K-2,2025-12-06,usd,N,Nord,Goodwill,15.00
`
  const sendCredits = (tenant: Tenant, file: string, query = '') =>
    tenant.call('POST', `/v1/credit_notes/import${query}`, Buffer.from(file), { 'content-type': 'text/csv' })
  const balances = async (tenant: Tenant) => {
    const rows = await owned<{ account: number; amount: string }>(
      world,
      `select account, sum(amount)::text amount from (
         select company_id, debit account, amount from ledger.transfers
         union all select company_id, credit, -amount from ledger.transfers) moved
       where company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)
       group by 1 having sum(amount) <> 0 order by 1`,
      [tenant.account],
    )
    return Object.fromEntries(rows.map(({ account, amount }) => [account, Number(amount)]))
  }

  it('neither sales nor returns nor tax of today are booked, and the customers owe what they owed', async () => {
    const tenant = await world.newCompany()
    const trial = await send(tenant, OPEN, '?opening_balances=true&dry_run=true')
    expect(trial.body).toMatchObject({ dry_run: true, customers_created: 2 })
    const { body } = await send(tenant, OPEN, '?opening_balances=true')
    const [first, second] = body.imported as { id: string }[]
    expect((await tenant.call('GET', `/v1/invoices/${first?.id}`)).body).toMatchObject({
      opening_balance: true,
      tax: 1_000,
      total: 11_000,
      open: 8_000,
    })
    expect(await balances(tenant)).toEqual({ 1100: 13_000, 3000: -13_000 })
    expect((await sendCredits(tenant, CREDITS, '?opening_balances=true&dry_run=true')).body).toMatchObject({
      object: 'credit_import',
      dry_run: true,
      customers_created: 1,
      imported: [
        { id: null, number: 'K-1' },
        { id: null, number: 'K-2' },
      ],
    })
    const credits = (await sendCredits(tenant, CREDITS, '?opening_balances=true')).body
    expect(await balances(tenant)).toEqual({ 1100: 13_000, 2100: -3_500, 3000: -9_500 })
    // They are used like any other, and nothing of them is imported twice.
    const [note] = credits.imported as { id: string }[]
    const { credit } = (await tenant.call('GET', `/v1/credit_notes/${note?.id}`)).body
    await made(tenant.call('POST', `/v1/credits/${credit}/apply`, { invoices: [{ invoice: first?.id }] }))
    expect((await tenant.call('GET', `/v1/invoices/${first?.id}`)).body.open).toBe(6_000)
    expect((await sendCredits(tenant, CREDITS, '?opening_balances=true')).body).toMatchObject({
      imported: [],
      already_imported: ['K-1', 'K-2'],
    })
    // What is voided goes back against the same account.
    await made(tenant.call('POST', `/v1/invoices/${second?.id}/void`))
    expect(await balances(tenant)).toEqual({ 1100: 6_000, 2100: -1_500, 3000: -4_500 })
    const aging = (await tenant.call('GET', '/v1/reports/aging')).body
    expect(aging).toMatchObject({ totals: [{ total: 6_000, unapplied: 1_500 }] })
    await world.prove(tenant)
  })

  it('credits of another system that are no opening balances are returns of their day, tax and all', async () => {
    const tenant = await world.newCompany()
    const file =
      'number,issued_on,currency,customer_name,unit_price,tax_rate\nK-9,2026-01-02,usd,Lune,10.00,20\n'
    await made(sendCredits(tenant, file))
    expect(await balances(tenant)).toEqual({ 2100: -1_200, 2200: 200, 4900: 1_000 })
    await world.prove(tenant)
  })

  it('all of it or none: a credit of nothing, one used before, or several imports at once', async () => {
    const tenant = await world.newCompany()
    const wrong = await sendCredits(
      tenant,
      'number,issued_on,currency,customer_name,unit_price,prepaid\nK-1,2026-01-02,usd,Lune,10.00,\nK-2,2026-01-02,usd,Lune,0,\nK-3,2026-01-02,usd,Lune,5,2\n',
    )
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        code: 'csv_refused',
        refused: [
          { line: 3, code: 'credit_not_rest' },
          { line: 4, column: 'prepaid', code: 'credit_not_rest' },
        ],
      },
    })
    expect((await tenant.call('GET', '/v1/credit_notes')).body.data).toEqual([])
    const answers = await atOnce(4, () => sendCredits(tenant, CREDITS, '?opening_balances=true'))
    expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true)
    expect((await tenant.call('GET', '/v1/credit_notes')).body.data).toHaveLength(2)
    expect(await balances(tenant)).toEqual({ 2100: -3_500, 3000: 3_500 })
    expect(
      (await send(tenant, '<Invoice/>', '?opening_balances=true', { 'content-type': 'application/xml' }))
        .body,
    ).toMatchObject({ code: 'invalid_request', field: 'opening_balances' })
    await world.prove(tenant)
  })
})

describeWithSharedData('Real receivables are imported as far as they are invoices', 'ar', () => {
  it('R-077 takes the sales of an online shop by its own columns, and refuses its cancellations by line', async () => {
    const text = sharedData('ar/online-retail/give_customers_mod20_3.csv') ?? ''
    const [, ...rows] = text.trimEnd().split('\n')
    const heading = 'number,sku,description,quantity,issued_on,unit_price,customer_id,customer_country'
    const tenant = await world.newCompany()
    const whole = await send(tenant, [heading, ...rows].join('\n'), '?source=shop&currency=gbp')
    expect(whole).toMatchObject({ status: 422, body: { code: 'csv_refused' } })
    const refused = whole.body.refused as { code: string }[]
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['negative']))

    const sales = rows.filter((row) => !row.startsWith('C'))
    const numbers = new Set(sales.map((row) => row.split(',')[0]))
    const { status, body } = await send(tenant, [heading, ...sales].join('\n'), '?source=shop&currency=gbp')
    expect([status, (body.imported as unknown[]).length]).toEqual([201, numbers.size])
    expect(body.ignored_columns).toEqual(['sku', 'customer_country'])

    // Its cancellations are credits, once their quantities are turned round.
    const canceled = rows
      .filter((row) => row.startsWith('C'))
      .map((row) => row.replace(/,-(\d+),(\d{4}-)/, ',$1,$2'))
    const credits = await tenant.call(
      'POST',
      '/v1/credit_notes/import?source=shop&currency=gbp',
      Buffer.from([heading, ...canceled].join('\n')),
      { 'content-type': 'text/csv' },
    )
    expect([credits.status, (credits.body.imported as unknown[] | undefined)?.length]).toEqual([
      201,
      new Set(canceled.map((row) => row.split(',')[0])).size,
    ])
    await world.prove(tenant)
  })

  it('a music shop’s customers, invoices and lines come in whole, with its sums', async () => {
    const read = (name: string) => (sharedData(`ar/chinook/${name}.csv`) ?? '').trimEnd().split('\n').slice(1)
    const tenant = await world.newCompany()
    const customers = [
      // One of its phone numbers is none.
      'external_id,first,last,name,address,city,state,land,postcode,telephone,fax,email,rep',
      // Who is no company is called by their own name.
      ...read('Customer').map((row) => row.replace(/^(\d+),([^,]*),([^,]*),,/, '$1,$2,$3,$2 $3,')),
    ]
    const brought = await tenant.call(
      'POST',
      '/v1/customers/import?source=chinook',
      Buffer.from(customers.join('\n')),
      { 'content-type': 'text/csv' },
    )
    expect([brought.status, (brought.body.imported as unknown[] | undefined)?.length]).toEqual([201, 59])
    const heads = new Map(
      read('Invoice').map((row) => {
        const cells = row.split(',')
        return [cells[0], { customer: cells[1], day: cells[2], total: cells.at(-1) }]
      }),
    )
    const lines = read('InvoiceLine').map((row) => {
      const [, invoice, track, price, quantity] = row.split(',')
      const head = heads.get(invoice)
      return `${invoice},${head?.customer},${head?.day},Track ${track},${price},${quantity},${head?.total}`
    })
    const file = ['number,customer_id,issued_on,description,unit_price,quantity,total', ...lines].join('\n')
    const { status, body } = await send(tenant, file, '?source=chinook&currency=usd&opening_balances=true')
    expect([status, (body.imported as unknown[] | undefined)?.length, body.customers_created]).toEqual([
      201, 412, 0,
    ])
    const total = [...heads.values()].reduce(
      (sum, { total = '' }) => sum + Math.round(Number(total) * 100),
      0,
    )
    expect((await tenant.call('GET', '/v1/reports/aging')).body.totals).toMatchObject([{ total }])
    await world.prove(tenant)
  })

  it('R-077 takes late-payment histories once their American days are written as ISO', async () => {
    const text = sharedData('ar/ibm-late-payments/give_half_customers.csv') ?? ''
    const [, ...rows] = text.trimEnd().split('\n')
    const heading =
      'country,customer_id,paperless,number,issued_on,due_on,unit_price,disputed,settled,bill,days,late'
    const tenant = await world.newCompany()
    const american = await send(tenant, [heading, ...rows].join('\n'), '?currency=usd')
    expect(american.body).toMatchObject({
      code: 'csv_refused',
      refused_count: new Set(rows.map((row) => row.split(',')[3])).size,
    })
    const iso = rows.map((row) =>
      row.replaceAll(
        /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g,
        (_, m, d, y) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
      ),
    )
    const { body } = await send(tenant, [heading, ...iso].join('\n'), '?currency=usd')
    expect((body.imported as unknown[]).length).toBe(rows.length)
    await world.prove(tenant)
  })
})
