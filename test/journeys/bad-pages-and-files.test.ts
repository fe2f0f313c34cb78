import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { put } from '../support/bad-input/doors.ts'
import { faultOf, faultsOf } from '../support/bad-input/faults.ts'
import { NO_AMOUNT, NO_CURRENCY, NO_TEXT, toJson } from '../support/bad-input/values.ts'
import { linkTo, made, newCustomer, newInvoice, pay, quickLink, rowCounts } from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What payers send, and files: a 4xx problem document with a code, never a 500, and nothing changed. */
let world: World
let company: Tenant
let ids: Record<string, string>
let page: string
beforeAll(async () => {
  world = await startWorld()
  company = world.company
  const customer = String((await newCustomer(company)).id)
  const invoice = String((await newInvoice(company, '80.00', { customer })).id)
  const { url, request } = await linkTo(company, invoice)
  const paid = await quickLink(company, 4_000)
  const payment = String((await pay(world, company, paid.url, { amount: 4_000 })).body.payment)
  const asked = await made(company.call('GET', `/v1/payment_requests/${request}`))
  const [link] = asked.links as { id: string }[]
  page = url
  ids = { cus: customer, inv: invoice, req: request, pay: payment, lnk: link?.id ?? '' }
  await world.settle()
})
afterAll(() => world.stop())

let before: Record<string, number>
beforeEach(async () => {
  before = await rowCounts(world)
})
afterEach(async () => {
  await world.settle()
  expect(await rowCounts(world)).toEqual(before)
})

const JSON_TYPE = { 'content-type': 'application/json' }
const label = (value: unknown) => toJson(value).slice(0, 60)

describe('the pay page', () => {
  const good = { submit_key: 'key-0000001', confirmation_token: 'ctoken_x', amount: 8_000, currency: 'USD' }

  it('refuses every bad field, body and attempt id', async () => {
    const bad: Record<string, readonly unknown[]> = {
      submit_key: [...NO_TEXT, 'short', 'with space in it', "'; drop table x; --", 'x'.repeat(101), null],
      confirmation_token: [...NO_TEXT, 'a b', '../x', "'", null],
      amount: [...NO_AMOUNT, null, 7_999],
      currency: [...NO_CURRENCY.filter((code) => code !== 'USD' && code !== 'Usd'), 'EUR', 'usdd'],
      name: NO_TEXT,
      email: [...NO_TEXT, 'x', 'a@b', 'a@example.test\nBcc: b@example.test'],
      nonsense: [1],
    }
    const tries = Object.entries(bad).flatMap(([field, values]) =>
      values.map(
        (value) =>
          [
            `${field}=${label(value)}`,
            () => payer('POST', `${page}/payments`, toJson(put(good, field, value)), JSON_TYPE),
          ] as const,
      ),
    )
    const raw = [
      '',
      '{',
      'null',
      '[]',
      '3',
      '['.repeat(100_000),
      `{"submit_key":"${'x'.repeat(1_100_000)}"}`,
    ].map(
      (body) =>
        [`body ${body.slice(0, 20)}`, () => payer('POST', `${page}/payments`, body, JSON_TYPE)] as const,
    )
    const attempts = [
      'x',
      'pay_01h455vb4pex5vsknk084sn02q',
      ids.pay,
      ids.inv,
      '%00',
      '%zz',
      'x'.repeat(5_000),
    ].flatMap((id) => [
      ...['refresh', 'resume', 'give_up'].map(
        (verb) => [`${verb} ${id}`, () => payer('POST', `${page}/payments/${id}/${verb}`)] as const,
      ),
      [`receipt ${id}`, () => payer('GET', `${page}/receipts/${id}.pdf`)] as const,
      [`invoice ${id}`, () => payer('GET', `${page}/invoices/${id === ids.inv ? 'x' : id}.pdf`)] as const,
    ])
    expect(await faultsOf([...tries, ...raw, ...attempts])).toEqual([])
  })

  it('guesses of a token open nothing: random, cut, longer, of another company, with other spare bits', async () => {
    const other = await quickLink(await world.newCompany(), 1_000)
    before = await rowCounts(world) // the other company is ours
    const token = page.split('/p/')[1] ?? ''
    const theirs = other.url.split('/p/')[1] ?? ''
    const swapped = (a: string, b: string) => {
      const [x, y] = [Buffer.from(a, 'base64url'), Buffer.from(b, 'base64url')]
      return Buffer.concat([x.subarray(0, 4), y.subarray(4)]).toString('base64url')
    }
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const spare = [...alphabet].map((last) => token.slice(0, 26) + last).filter((guess) => guess !== token)
    const random = Array.from({ length: 50 }, () =>
      Array.from({ length: 27 }, () => alphabet[Math.floor(Math.random() * 64)]).join(''),
    )
    const guesses = [
      ...random,
      ...spare,
      token.slice(0, 26),
      token.slice(1),
      `${token}A`,
      `${token}=`,
      `${token}%20`,
      `${token}%00`,
      `%20${token}`,
      token.toLowerCase(),
      token.toUpperCase(),
      [...token].reverse().join(''),
      swapped(token, theirs),
      swapped(theirs, token),
      'x',
      '%00',
      '%zz',
      '..',
      '%2e%2e',
      'x'.repeat(199),
      'x'.repeat(5_000),
      ids.lnk,
      ids.req,
      Buffer.from(token, 'base64url').toString('base64').replace(/[-_]/g, '+'),
      Buffer.from(token, 'base64url').toString('hex'),
    ].filter((guess) => guess !== token && guess !== theirs)
    const api = (guess: string) => [
      [`opened ${guess}`, () => payer('POST', `${world.url}/p/${guess}/opened`)] as const,
      [`status ${guess}`, () => payer('GET', `${world.url}/p/${guess}/status`)] as const,
      [`pay ${guess}`, () => payer('POST', `${world.url}/p/${guess}/payments`, good)] as const,
    ]
    expect(await faultsOf(guesses.flatMap((guess) => api(String(guess))))).toEqual([])
    // Two dots are another address altogether: that of the dashboard.
    for (const guess of guesses.filter((guess) => !/^(\.|%2e)+$/.test(String(guess)))) {
      const { status, text } = await payer('GET', `${world.url}/p/${guess}`)
      expect([guess, status >= 400 && status < 500]).toEqual([guess, true])
      expect(text).not.toContain('80.00')
    }
    expect((await payer('GET', page)).status).toBe(200)
  })
})

describe('e-invoices over HTTP', () => {
  const send = (body: string | Uint8Array, type = 'application/xml') =>
    company.call('POST', '/v1/invoices/import', body, { 'content-type': type })
  const invoice = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
    `${head}<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${inside}</Invoice>`

  it('hostile XML, other encodings, other files', async () => {
    const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    const bodies: [string, string | Uint8Array, string?][] = [
      ['a doctype', invoice('', '<?xml version="1.0"?><!DOCTYPE Invoice>')],
      ['entity expansion', invoice('&l10;', `<!DOCTYPE Invoice [<!ENTITY l0 "ha">${laughs}]>`)],
      ['an external entity', invoice('&x;', '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
      [
        'a parameter entity',
        invoice('', '<!DOCTYPE Invoice [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>'),
      ],
      ['an unknown entity', invoice('&nonsense;')],
      [
        'XInclude',
        invoice(
          '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
        ),
      ],
      ['deep nesting', invoice('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
      ['deep and open', invoice('<a>'.repeat(100_000))],
      [
        'a million attributes',
        invoice(`<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}/>`),
      ],
      ['12 MB', invoice(`<!--${'x'.repeat(12 * 1024 * 1024)}-->`)],
      ['9 MB of text', invoice(`<a>${'x'.repeat(9 * 1024 * 1024)}</a>`)],
      ['UTF-16 that says UTF-8', Buffer.from(invoice('<a/>'), 'utf16le')],
      ['UTF-8 that says UTF-16', invoice('<a/>', '<?xml version="1.0" encoding="UTF-16"?>')],
      ['UTF-7', invoice('+ADw-a/+AD4-', '<?xml version="1.0" encoding="UTF-7"?>')],
      ['an encoding that is none', invoice('', '<?xml version="1.0" encoding="nonsense"?>')],
      [
        'bytes that are no UTF-8',
        Buffer.concat([Buffer.from(invoice('<a>')), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]),
      ],
      ['a NUL', invoice('<a>\u0000</a>')],
      ['a NUL by number', invoice('<a>&#0;</a>')],
      ['a surrogate by number', invoice('<a>&#xD800;</a>')],
      ['an empty invoice', invoice('')],
      ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
      ['no namespace', '<Invoice/>'],
      ['two roots', `${invoice('')}<b/>`],
      ['text', 'hello'],
      ['nothing', ''],
      ['white space', '  \n'],
      ['JSON', '{"a":1}'],
      ['a PDF', '%PDF-1.7\n%âãÏÓ\n'],
      ['a ZIP', Buffer.from('504b0304140000000800', 'hex')],
      ['JSON as JSON', '{"a":1}', 'application/json'],
      ['plain text', invoice(''), 'text/plain'],
      ['a form', 'file=x', 'application/x-www-form-urlencoded'],
      ['multipart', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
      ['an image', 'x', 'image/png'],
    ]
    expect(
      await faultsOf(bodies.map(([what, body, type]) => [what, () => send(body, type)] as const)),
    ).toEqual([])
  })

  it('30 MB, with its length told or not, are refused on every route that takes a body', async () => {
    const paths = [
      '/v1/invoices/import',
      '/v1/customers',
      '/v1/invoices',
      '/webhooks/stripe',
      new URL(`${page}/payments`).pathname,
    ]
    for (const path of paths) {
      for (const length of [true, false]) {
        expect([path, length, await upload(path, 30, length)]).toEqual([path, length, 413])
      }
    }
  })
})

/** Sends megabytes as a client does that looks for an answer while it writes. */
function upload(path: string, megabytes: number, withLength: boolean): Promise<number | string> {
  return new Promise((done) => {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    const { hostname, port } = new URL(world.url)
    const length = withLength ? { 'content-length': String(chunk.length * megabytes) } : {}
    const type = path.endsWith('import') ? 'application/xml' : 'application/json'
    const sent = httpRequest(
      {
        hostname,
        port,
        path,
        method: 'POST',
        headers: { authorization: `Bearer ${company.key}`, 'content-type': type, ...length },
      },
      (response) => {
        response.resume()
        done(response.statusCode ?? 0)
        sent.destroy()
      },
    )
    sent.on('error', (error) => done(error.message))
    let left = megabytes
    const write = () => {
      while (left > 0) {
        left -= 1
        if (!sent.write(chunk)) return void sent.once('drain', write)
      }
      sent.end()
    }
    write()
  })
}

describe('currencies and sums', () => {
  afterEach(async () => {
    before = await rowCounts(world) // these tests make what they need
  })
  const ask = (invoices: unknown[]) =>
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices })

  it('beyond what a processor takes, or below: the invoice stands, and is not asked for by link', async () => {
    const large = await newInvoice(company, '1000000.00')
    const small = await newInvoice(company, '0.49')
    const most = await newInvoice(company, '999999.99')
    for (const { id } of [large, small])
      expect(await ask([id])).toMatchObject({ status: 422, body: { code: 'amount_not_payable' } })
    expect(await ask([most.id])).toMatchObject({ status: 201, body: { total: 99_999_999 } })
    const tooLarge = {
      customer: ids.cus,
      currency: 'usd',
      lines: [{ description: 'x', quantity: '1', unit_price: '1000000000.00' }],
    }
    expect(faultOf('a milliard', await company.call('POST', '/v1/invoices', tooLarge))).toBeUndefined()
    const overflow = {
      ...tooLarge,
      lines: Array(500).fill({
        description: 'x',
        quantity: '999999999999999',
        unit_price: '999999999999999',
      }),
    }
    expect(faultOf('an overflow', await company.call('POST', '/v1/invoices', overflow))).toBeUndefined()
    before = await rowCounts(world)
  })

  it('mixed currencies or customers fit no request', async () => {
    const customer = ids.cus
    const usd = await newInvoice(company, '10.00', { customer })
    const eur = await newInvoice(company, '10.00', { customer, currency: 'eur' })
    const theirs = await newInvoice(company, '10.00')
    before = await rowCounts(world)
    for (const other of [eur, theirs])
      expect(await ask([usd.id, other.id])).toMatchObject({ status: 422, body: { code: 'items_do_not_fit' } })
  })

  it('a currency without minor units is asked for and paid in whole units', async () => {
    const jpy = await newInvoice(company, '1200', { currency: 'jpy' })
    expect(jpy).toMatchObject({ total: 1_200, currency: 'jpy', open_display: '1200' })
    const { url } = await linkTo(company, jpy.id)
    expect((await payer('GET', url)).text).toContain('¥1,200')
    expect((await pay(world, company, url, { amount: 120_000, currency: 'JPY' })).body).toMatchObject({
      code: 'amount_changed',
      amount: 1_200,
    })
    expect((await pay(world, company, url, { amount: 1_200, currency: 'JPY' })).body).toMatchObject({
      state: 'succeeded',
    })
    await world.settle()
    await world.prove()
    before = await rowCounts(world)
  })

  it('a currency of three decimals that the account does not settle is invoiced, and not asked for by link', async () => {
    const kwd = await newInvoice(company, '10.125', { currency: 'kwd' })
    expect(kwd).toMatchObject({ total: 10_125, open_display: '10.125' })
    before = await rowCounts(world)
    expect(await ask([kwd.id])).toMatchObject({ status: 422, body: { code: 'currency_not_settled' } })
  })
})
