import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { currencyFromWire, exponentOf } from '../../server/src/lib/currencies.ts'
import { parseDecimal, ZERO } from '../../server/src/lib/decimal.ts'
import { sampleUbl } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { describeWithSharedData, sharedBytes, sharedFiles, sharedJson } from '../support/shared-data.ts'
import { linkTo, made, owned, pay, rowCounts } from '../support/story.ts'
import { type Answer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Every published e-invoice over HTTP: imported with its own sums, or refused by name; then owed, asked for and paid. */
type Expected = {
  number: string
  currency: string
  type_code: string
  lines: number
  'en16931_1.3.16': { fatal: string[] }
} & Record<string, string | string[] | undefined>

/** What the merchant accounts of these tests settle. */
const SETTLED = ['usd', 'eur', 'cad', 'gbp', 'jpy']

describeWithSharedData('published e-invoices', 'einvoice/expected.give.json', () => {
  const { xml } = sharedJson<{ xml: Record<string, Expected> }>('einvoice/expected.give.json')
  const files = sharedFiles('einvoice')
    .map((path) => path.replace('einvoice/', ''))
    .filter((path) => xml[path] !== undefined)
  const codeOf = (path: string) =>
    xml[path]?.['en16931_1.3.16'].fatal.some((rule) => /^BR-CO-1[0-7]/.test(rule))
      ? 'einvoice_totals_disagree'
      : undefined

  let world: World
  const companies: Tenant[] = []
  const imported = new Map<string, { tenant: Tenant; invoice: Answer['body'] }>()
  const creditNotes: string[] = []
  beforeAll(async () => {
    world = await startWorld()
    companies.push(world.company)
  })
  afterAll(() => world.stop())

  const send = (tenant: Tenant, path: string): Promise<Answer> =>
    tenant.call('POST', '/v1/invoices/import?confirm_seller=true', sharedBytes(`einvoice/${path}`), {
      'content-type': 'application/xml',
    })

  /** Twins in the other syntax have the same number, which a company imports once: each gets a company without it. */
  async function intoSomeCompany(path: string): Promise<{ tenant: Tenant; answer: Answer }> {
    for (let i = 0; ; i++) {
      const tenant = companies[i] ?? (await world.newCompany())
      companies[i] = tenant
      const answer = await send(tenant, path)
      if (!String(answer.body.code).endsWith('_exists')) return { tenant, answer }
    }
  }

  it('are more than forty', () => expect(files.length).toBeGreaterThan(40))

  it.each(files)('%s is imported with its own sums, or refused by name', async (path) => {
    const facts = xml[path] as Expected
    const before = await rowCounts(world)
    const { tenant, answer } = await intoSomeCompany(path)
    const code = codeOf(path)
    if (code !== undefined) {
      expect(answer).toMatchObject({ status: 422, body: { code } })
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      if (companies.length === 1) expect(await rowCounts(world)).toEqual(before)
      return
    }
    expect(answer.status, answer.text).toBe(201)
    const { body } = answer
    const minor = (...names: string[]) => {
      const [text] = [names.map((name) => facts[name]).find((found) => found !== undefined) ?? []].flat()
      return text === undefined ? undefined : toMinor(text, facts.currency)
    }
    const total = minor('TaxInclusiveAmount', 'GrandTotalAmount') ?? 0
    const head = {
      number: facts.number,
      series: 'external',
      type_code: facts.type_code,
      currency: facts.currency.toLowerCase(),
    }
    if (facts.type_code === '381' || total < 0) {
      // Of an invoice below zero the signs are turned round: the sums are what is credited.
      const credited = (value: number | undefined) => (total < 0 ? -(value ?? 0) : value)
      expect(body).toMatchObject({
        object: 'credit_note',
        ...head,
        subtotal: credited(minor('LineExtensionAmount', 'LineTotalAmount')),
        total: credited(total),
        remaining: credited(minor('PayableAmount', 'DuePayableAmount')),
      })
      const [tax] = [facts.TaxAmount ?? facts.TaxTotalAmount ?? []].flat()
      if (tax !== undefined) expect(body.tax).toBe(credited(toMinor(tax, facts.currency)))
      expect(body.lines).toHaveLength(facts.lines)
      expect((await tenant.call('GET', `/v1/credit_notes/${body.id}`)).body).toEqual(body)
      expect(await send(tenant, path)).toMatchObject({ status: 409, body: { code: 'credit_note_exists' } })
      creditNotes.push(path)
      return
    }
    expect(body).toMatchObject({
      object: 'invoice',
      document_type:
        { '384': 'corrected_invoice', '389': 'self_billed_invoice' }[facts.type_code] ?? 'invoice',
      ...head,
      subtotal: minor('LineExtensionAmount', 'LineTotalAmount'),
      total,
      prepaid: minor('PrepaidAmount', 'TotalPrepaidAmount') ?? 0,
      open: minor('PayableAmount', 'DuePayableAmount'),
    })
    const [tax] = [facts.TaxAmount ?? facts.TaxTotalAmount ?? []].flat()
    if (tax !== undefined) expect(body.tax).toBe(toMinor(tax, facts.currency))
    expect(body.lines).toHaveLength(facts.lines)
    expect((await tenant.call('GET', `/v1/invoices/${body.id}`)).body).toEqual(body)
    expect(await send(tenant, path)).toMatchObject({ status: 409, body: { code: 'invoice_exists' } })
    imported.set(path, { tenant, invoice: body })
  })

  it('the credit note and the invoice below zero are credit notes', () => {
    expect(creditNotes.sort()).toEqual([
      'ubl/give/BIS3_Invoice_negativ.xml',
      'ubl/give/ubl-tc434-creditnote1.xml',
    ])
  })

  it('each is asked for by link where its currency is settled and something is owed, and else refused by name', async () => {
    const seen = new Set<unknown>()
    for (const { tenant, invoice } of imported.values()) {
      const asked = await tenant.call('POST', '/v1/payment_requests', {
        kind: 'invoice',
        invoices: [invoice.id],
      })
      const open = Number(invoice.open)
      const expected =
        open === 0
          ? { status: 409, body: { code: 'nothing_to_ask' } }
          : !SETTLED.includes(String(invoice.currency))
            ? { status: 422, body: { code: 'currency_not_settled' } }
            : open < 50 || open > 99_999_999
              ? { status: 422, body: { code: 'amount_not_payable' } }
              : { status: 201, body: { total: open } }
      expect(asked, String(invoice.number)).toMatchObject(expected)
      if (open === 0) expect(invoice).toMatchObject({ status: 'paid' })
      seen.add(expected.body.code ?? expected.status)
    }
    expect([...seen].map(String).sort()).toEqual(
      expect.arrayContaining(['201', 'currency_not_settled', 'nothing_to_ask']),
    )
  })

  it('what was prepaid is an opening application, and what is due is what is owed (CII_example5)', async () => {
    const found = imported.get('cii/give/CII_example5.xml')
    expect(found?.invoice).toMatchObject({
      total: 467_500,
      prepaid: 233_750,
      settled: 233_750,
      open: 233_750,
      currency: 'dkk',
      status: expect.stringMatching(/partially_paid|overdue/),
    })
    const applications = await owned<{ source_type: string; amount: string }>(
      world,
      `select a.source_type, a.amount from receivables.applications a join receivables.invoices i on i.company_id = a.company_id and i.id = a.payable_id
       join payments.merchant_account_directory d on d.company_id = a.company_id where i.number = 'TOSL110' and d.processor_account = $1`,
      [found?.tenant.account],
    )
    expect(applications).toEqual([{ source_type: 'opening', amount: '233750' }])
    // M4: what was paid before it came here is no claim of ours.
    const posted = await owned<{ debit: number; credit: number; amount: string }>(
      world,
      `select t.debit, t.credit, t.amount::text from ledger.entries e
       join ledger.transfers t on t.company_id = e.company_id and t.entry_id = e.id
       join receivables.invoices i on i.company_id = e.company_id and i.id = e.subject_id
       join payments.merchant_account_directory d on d.company_id = e.company_id
       where e.kind = 'opening_application' and i.number = 'TOSL110' and d.processor_account = $1`,
      [found?.tenant.account],
    )
    expect(posted).toEqual([{ debit: 3000, credit: 1100, amount: '233750' }])
  })

  it('one of them is paid to the cent, and all books hold', async () => {
    const { tenant, invoice } = imported.get('cii/give/CII_example1.xml') ?? {
      tenant: world.company,
      invoice: {},
    }
    const { url } = await linkTo(tenant, invoice.id)
    expect(await made(pay(world, tenant, url, { amount: 25_033, currency: 'EUR' }))).toMatchObject({
      state: 'succeeded',
    })
    await world.settle()
    expect((await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({
      status: 'paid',
      open: 0,
    })
    expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
  })

  it('20 imports of one file at once are one invoice', async () => {
    const tenant = await world.newCompany()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(tenant, 'cii/give/CII_example1.xml')),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter(({ status }) => status !== 201))
      expect([status, body.code]).toEqual([409, 'invoice_exists'])
    expect((await tenant.call('GET', '/v1/customers')).body.data).toHaveLength(1)
    await world.prove(tenant)
  })
})

describeWithSharedData('published documents that break a rule', 'einvoice/ubl-rule-units', () => {
  it('are units of a rule each, and none is an invoice of ours', async () => {
    const world = await startWorld()
    const before = await rowCounts(world)
    for (const path of sharedFiles('einvoice/ubl-rule-units')) {
      const answer = await world.company.call(
        'POST',
        '/v1/invoices/import?confirm_seller=true',
        sharedBytes(path),
        {
          'content-type': 'application/xml',
        },
      )
      expect([path, answer.status >= 400 && answer.status < 500, typeof answer.body.code]).toEqual([
        path,
        true,
        'string',
      ])
    }
    expect(await rowCounts(world)).toEqual(before)
    await world.stop()
  })
})

describe('an e-invoice with texts that nobody expects', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const random = (length: number) =>
    Array.from({ length }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * 7919 + length * 104729) % 20_000)),
    ).join('')
  const buyer = (inside: string) => `Buyer</cbc:Name></cac:PartyName>${inside}<cac:PartyName><cbc:Name>Buyer`
  const sum = (value: string) =>
    ['LineExtensionAmount', 'TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount']
      .map((name) => `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`)
      .join('')
  const documents: [string, string][] = [
    ['a number of 400 characters', sampleUbl({ number: `<cbc:ID>${random(400)}</cbc:ID>` })],
    ['a number of 500 characters', sampleUbl({ number: `<cbc:ID>${random(500)}</cbc:ID>` })],
    ['a number of 5,000 characters', sampleUbl({ number: `<cbc:ID>${random(5_000)}</cbc:ID>` })],
    ['a number of markup', sampleUbl({ number: '<cbc:ID>&lt;script&gt;/../&#9;"\u0027</cbc:ID>' })],
    ['a buyer of 301 characters', sampleUbl({ buyerName: random(301) })],
    ['a buyer of 10,000 characters', sampleUbl({ buyerName: random(10_000) })],
    ['a buyer of markup', sampleUbl({ buyerName: '&lt;img src=x onerror=alert(1)&gt; &#x202E;' })],
    ['a note of 10,000 characters', sampleUbl({ header: `<cbc:Note>${random(10_000)}</cbc:Note>` })],
    ['a hundred notes', sampleUbl({ header: `<cbc:Note>${random(1_000)}</cbc:Note>`.repeat(100) })],
    [
      'a country of four letters',
      sampleUbl({
        buyerName: buyer(
          '<cac:PostalAddress><cac:Country><cbc:IdentificationCode>XXXX</cbc:IdentificationCode></cac:Country></cac:PostalAddress>',
        ),
      }),
    ],
    [
      'a country of markup',
      sampleUbl({
        buyerName: buyer(
          '<cac:PostalAddress><cac:Country><cbc:IdentificationCode>&lt;b</cbc:IdentificationCode></cac:Country></cac:PostalAddress>',
        ),
      }),
    ],
    [
      'a mailbox that is none',
      sampleUbl({
        buyerName: buyer(
          `<cac:Contact><cbc:ElectronicMail>x\nBcc: ${random(400)}</cbc:ElectronicMail></cac:Contact>`,
        ),
      }),
    ],
    [
      'a tax id of 500 characters',
      sampleUbl({
        buyerName: buyer(
          `<cac:PartyTaxScheme><cbc:CompanyID>${random(500)}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`,
        ),
      }),
    ],
    ['a day that is none', sampleUbl().replace('2026-11-21', '2026-02-30')],
    ['the year 0', sampleUbl().replace('2026-11-21', '0000-01-01')],
    ['the year 99999', sampleUbl().replace('2026-11-21', '99999-01-01')],
    ['a sum of 20 digits', sampleUbl({ totals: sum('99999999999999999999') })],
    ['a sum with an exponent', sampleUbl({ totals: sum('1e9') })],
    ['a sum of Arabic digits', sampleUbl({ totals: sum('١٢٠') })],
    ['a negative sum', sampleUbl({ totals: sum('-120') })],
    ['a currency that is none', sampleUbl({ currency: 'XXX' })],
    ['a currency of three decimals', sampleUbl({ currency: 'KWD', number: '<cbc:ID>K-1</cbc:ID>' })],
    ['a currency without decimals', sampleUbl({ currency: 'JPY', number: '<cbc:ID>J-1</cbc:ID>' })],
  ]

  it.each(documents)('%s: imported, or a 4xx problem document and nothing changed', async (_, document) => {
    const before = await rowCounts(world)
    const answer = await world.company.call('POST', '/v1/invoices/import?confirm_seller=true', document, {
      'content-type': 'application/xml',
    })
    if (answer.status === 201) {
      await world.settle()
      const again = await world.company.call('GET', `/v1/invoices/${answer.body.id}`)
      expect(again.body).toEqual(answer.body)
      const listed = await world.company.call('GET', `/v1/customers/${answer.body.customer}`)
      expect(listed.body.name).toBe((answer.body.buyer as { name: string }).name)
      return
    }
    expect([answer.status >= 400 && answer.status < 500, typeof answer.body.code], answer.text).toEqual([
      true,
      'string',
    ])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await rowCounts(world)).toEqual(before)
  })

  it('and the books hold', () => world.prove())
})

function toMinor(text: string, code: string): number {
  const currency = currencyFromWire(code.toLowerCase())
  if (currency === undefined) throw new Error(`${code} is not a currency.`)
  const scaled = parseDecimal(text)
    .plus(ZERO)
    .times(parseDecimal(`1${'0'.repeat(exponentOf(currency))}`))
  return Number(scaled.toFixed(0))
}
