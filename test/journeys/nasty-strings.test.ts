import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { textFault } from '../../server/src/lib/text.ts'
import { describeWithSharedData, sharedData, sharedFiles, sharedJson } from '../support/shared-data.ts'
import { copiedLink, linkTo, made, mailTo, newCustomer, newInvoice, pay } from '../support/story.ts'
import { type Answer, payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * Text is text: every string of the nasty lists, in every text field, is refused only for NUL, unpaired surrogates,
 * controls and length; else it comes back byte for byte, and is escaped wherever it is shown.
 */
describeWithSharedData('every string of the nasty lists', 'nasty', () => {
  const lists = sharedFiles('nasty').flatMap((path) =>
    path.endsWith('.json') ? sharedJson<string[]>(path) : (sharedData(path) ?? '').split(/\r?\n/),
  )
  const own = [
    'O’Reilly',
    '<b>',
    "'; drop table x; --",
    '\u202Eright',
    '👩‍👩‍👧‍👦',
    '{link:lnk_x}',
    '{{name}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what it is
    '${x}',
    '%s%n',
    '=1+1',
    '\u2028',
    'a\tb',
    '{"$link":"x"}',
    '</script><script>alert(1)</script>',
    '<!--',
    ']]>',
  ]
  const nasty = [...new Set([...lists, ...own])].filter((text) => text !== '')
  const legal = nasty.filter((text) => textFault(text, 500) === undefined)
  const illegal = nasty.filter((text) => textFault(text, Number.MAX_SAFE_INTEGER) !== undefined)
  const names = legal.filter((text) => [...text].length <= 300)

  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  async function each<T>(all: readonly T[], work: (one: T, index: number) => Promise<void>): Promise<void> {
    const queue = all.map((one, index) => [one, index] as const)
    const run = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(...next)
    }
    await Promise.all(Array.from({ length: 8 }, run))
  }

  /**
   * Rows with a text in each field. Every text comes once, in one of the fields that are stored alike; with
   * NASTY=all every text comes in every field, which takes minutes.
   */
  function rowsOf<F extends string>(
    texts: readonly string[],
    fields: readonly F[],
  ): Partial<Record<F, string>>[] {
    if (process.env.NASTY === 'all')
      return texts.map((text) => row(fields.map((field) => [field, text] as const)))
    return chunks(texts, fields.length).map((chunk) =>
      row(chunk.map((text, i) => [fields[i] as F, text] as const)),
    )
  }
  const row = <F extends string>(entries: (readonly [F, string])[]) =>
    Object.fromEntries(entries.filter(([field]) => field !== '-')) as Partial<Record<F, string>>

  /** Every row of a list, page by page. */
  async function everything(list: string): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = []
    for (let after = ''; ; ) {
      const { body } = await world.company.call('GET', `/v1/${list}?limit=100${after}`)
      rows.push(...(body.data as Record<string, unknown>[]))
      if (body.next_cursor === null) return rows
      after = `&starting_after=${body.next_cursor}`
    }
  }

  it('is one of more than seven hundred', () => {
    expect(nasty.length).toBeGreaterThan(700)
    expect(legal.length).toBeGreaterThan(650)
    expect(illegal.length).toBeGreaterThan(0)
  })

  it('comes back from customers and contacts as it was sent, and is found again', async () => {
    const { company } = world
    const people = String((await newCustomer(company)).id)
    const sent = rowsOf(names, ['name', 'code', 'tax_id', 'external_id']).map((row, i) => ({
      name: 'x',
      source: 'list',
      external_id: `row ${i}`,
      ...row,
      address_lines: names.slice((i * 4) % names.length, ((i * 4) % names.length) + 8),
    }))
    await each(sent, async (customer) => {
      expect(await made(company.call('POST', '/v1/customers', customer))).toMatchObject(customer)
    })
    const contacts = rowsOf(names, ['name', '-', '-', '-']).flatMap(({ name }) => name ?? [])
    await each(contacts, async (name) => {
      expect(await made(company.call('POST', `/v1/customers/${people}/contacts`, { name }))).toMatchObject({
        name,
      })
    })
    const found = await everything('customers')
    for (const customer of sent) {
      expect(found.find(({ external_id }) => external_id === customer.external_id)).toMatchObject(customer)
    }
    const one = (await company.call('GET', `/v1/customers/${people}`)).body as {
      contacts: { name: string }[]
    }
    expect(one.contacts.map(({ name }) => name).sort()).toEqual(contacts.sort())
    await each(
      contacts.filter((_, i) => i % 5 === 0),
      async (text) => {
        const needle = encodeURIComponent([...text].slice(0, 50).join(''))
        const { status, body } = await company.call('GET', `/v1/customers?q=${needle}&limit=100`)
        expect([text, status, (body.data as unknown[]).length > 0]).toEqual([text, 200, true])
      },
    )
  })

  it('comes back from invoices and requests as it was sent', async () => {
    const { company } = world
    const customer = (await newCustomer(company)).id
    const texts = rowsOf(legal, ['order_reference', 'note', 'label', 'tax'])
    const orders = texts.map(({ label = 'x', tax = 'x', ...order }, i) => ({
      order_reference: null,
      note: null,
      ...order,
      discount: { label, amount: '1.00' },
      lines: legal.slice((i * 4) % legal.length, ((i * 4) % legal.length) + 4).map((description) => ({
        description,
        quantity: '1',
        unit: [...description].length <= 300 ? description : 'h',
        unit_price: '10.00',
        taxes: [{ rate: '10', name: tax }],
      })),
    }))
    await each(orders, async ({ lines, discount, ...order }) => {
      const invoice = await newInvoice(company, '0', { ...order, lines, discount, customer })
      expect(invoice).toMatchObject({
        ...order,
        lines: lines.map(({ description, unit }) => ({ description, unit })),
        taxes: [{ name: lines[0]?.taxes[0]?.name }],
      })
    })
    const invoices = await everything('invoices')
    const heads = (list: readonly Record<string, unknown>[]) =>
      list.map(({ note, order_reference }) => JSON.stringify([note, order_reference])).sort()
    expect(heads(invoices)).toEqual(heads(orders))
    await each(
      rowsOf(legal, ['reference', 'message', '-', '-']),
      async ({ reference = 'x', message = 'x' }) => {
        const quick = { kind: 'quick', amount: 100, currency: 'usd', reference, message }
        const { id } = await made(company.call('POST', '/v1/payment_requests', quick))
        expect((await company.call('GET', `/v1/payment_requests/${id}`)).body).toMatchObject({
          reference,
          message,
        })
      },
    )
  })

  it('is refused everywhere where it is no text, and nothing is made of it', async () => {
    const { company } = world
    const customer = (await newCustomer(company)).id
    const count = async () => JSON.stringify((await company.call('GET', '/v1/events?limit=1')).body.data)
    await world.settle()
    const before = await count()
    await each(illegal, async (text) => {
      const line = { description: 'x', quantity: '1', unit_price: '1.00' }
      const answers: Answer[] = await Promise.all([
        company.call('POST', '/v1/customers', { name: text }),
        company.call('POST', '/v1/customers', { name: 'x', address_lines: [text] }),
        company.call('POST', `/v1/customers/${customer}/contacts`, { name: text }),
        company.call('POST', '/v1/invoices', {
          customer,
          currency: 'usd',
          lines: [{ ...line, description: text }],
        }),
        company.call('POST', '/v1/invoices', { customer, currency: 'usd', lines: [line], note: text }),
        company.call('POST', '/v1/payment_requests', {
          kind: 'quick',
          amount: 100,
          currency: 'usd',
          reference: 'x',
          message: text,
        }),
      ])
      for (const { status, body } of answers)
        expect([text, status, body.code]).toEqual([text, 400, 'invalid_request'])
    })
    await world.settle()
    expect(await count()).toBe(before)
  })

  it('is escaped on the pay page, in invoices and in requests', async () => {
    const { company } = world
    const customer = (await newCustomer(company, { name: '<script>alert("customer")</script>' })).id
    const plain = await payer('GET', (await linkTo(company, (await newInvoice(company, '1.00')).id)).url)
    const batches = chunks(legal, 20)
    await each(batches, async (batch) => {
      const lines = batch.map((description) => ({ description, quantity: '1', unit_price: '1.00' }))
      const message = batch.join('\n').slice(0, 4_900).toWellFormed()
      const invoice = await newInvoice(company, '0', { customer, lines })
      const asked = await made(
        company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id], message }),
      )
      const { status, text } = await payer('GET', await copiedLink(company, asked.id))
      expect(status).toBe(200)
      for (const tag of [
        'script',
        'iframe',
        'object',
        'embed',
        'style',
        'img',
        'svg',
        'form',
        'input',
        'a',
        'base',
        'meta',
        'link',
      ]) {
        expect([tag, tagsOf(text, tag)]).toEqual([tag, tagsOf(plain.text, tag)])
      }
      expect(text).not.toMatch(/<[^>]*\son(error|load|click|mouseover)\s*=/i)
      const shown = collapse(decode(text))
      for (const description of batch) expect(shown).toContain(collapse(description))
    })
  })

  it('is in the mail as text, and as text in its HTML; no header is made of it', async () => {
    const { company } = world
    const batches = pack(legal, 4_800)
    await each(batches, async (batch, i) => {
      const address = `nasty${i}@example.test`
      const reference = batch.find((text) => /[\r\n<"]/.test(text)) ?? batch[0] ?? 'x'
      const quick = { kind: 'quick', amount: 100, currency: 'usd', reference, message: batch.join('\n\n') }
      const { id } = await made(company.call('POST', '/v1/payment_requests', quick))
      await made(
        company.call('POST', `/v1/payment_requests/${id}/send`, {
          email: address,
          name: batch[0]?.slice(0, 100).toWellFormed(),
        }),
      )
    })
    await world.settle()
    await each(batches, async (batch, i) => {
      const [mail, ...others] = await mailTo(world, `nasty${i}@example.test`)
      expect(others).toEqual([])
      const whole = await world.play<{ html: string }>('GET', `/mailbox/messages/${mail?.id}`)
      const [text, html] = [mail?.text ?? '', whole.html]
      for (const one of batch) {
        expect(withoutSpace(text)).toContain(withoutSpace(one))
        expect(withoutSpace(decode(html))).toContain(withoutSpace(one))
      }
      expect(html).not.toMatch(/<(script|iframe|object|embed|svg|form|input|base)\b/i)
      expect(html).not.toMatch(/<[^>]*\son(error|load|click|mouseover)\s*=/i)
      expect(html).not.toMatch(/(href|src)\s*=\s*["']?\s*(javascript|data|vbscript):/i)
      const raw = await (await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/raw`)).text()
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
      expect(
        headers
          .match(/^(To|Bcc|Cc|Subject|From):/gim)
          ?.map((name) => name.toLowerCase())
          .sort(),
      ).toEqual(['from:', 'subject:', 'to:'])
    })
  })

  it('is a payer’s name: returned, mailed to staff and put on the receipt', async () => {
    const { company } = world
    const hostile = pack(
      names.filter((text) => /[<>"'&\u202e]|\r|\n|[^\x20-\x7e]/.test(text)),
      290,
    ).filter((_, i) => process.env.NASTY === 'all' || i % 12 === 0)
    await each(hostile, async (batch) => {
      const name = batch.join(' ').slice(0, 290).toWellFormed().trim()
      const { url } = await linkTo(company, (await newInvoice(company, '1.00')).id)
      const token = await world.card(company)
      const paid = await payer('POST', `${url}/payments`, {
        submit_key: crypto.randomUUID(),
        confirmation_token: token,
        amount: 100,
        currency: 'USD',
        name,
        email: 'payer@example.test',
      })
      expect(paid.body).toMatchObject({ state: 'succeeded' })
      expect((await company.call('GET', `/v1/payments/${paid.body.payment}`)).body).toMatchObject({
        payer_name: name,
      })
      const receipt = await payer('GET', `${url}/receipts/${paid.body.payment}.pdf`)
      expect(receipt.text.startsWith('%PDF-')).toBe(true)
      expect(tagsOf((await payer('GET', url)).text, 'script')).toBeLessThanOrEqual(4)
    })
    await world.settle()
    expect(await mailTo(world, 'payer@example.test')).toHaveLength(hostile.length)
    const failed = await company.call('GET', '/v1/events?type=message.failed')
    expect(failed.body.data).toEqual([])
    await world.prove()
    expect(
      (
        await pay(world, company, (await linkTo(company, (await newInvoice(company, '1.00')).id)).url, {
          amount: 100,
        })
      ).body,
    ).toMatchObject({ state: 'succeeded' })
  })
})

const tagsOf = (html: string, tag: string) => html.match(new RegExp(`<${tag}[\\s>/]`, 'gi'))?.length ?? 0
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()
const withoutSpace = (text: string) =>
  text.replace(/[\s\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+/g, '')

function decode(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
      if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
      return named[name] ?? whole
    })
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** Groups texts so that each group, joined, is no longer than `length`. */
function pack(all: readonly string[], length: number): string[][] {
  const groups: string[][] = [[]]
  let used = 0
  for (const text of all) {
    if (used + text.length + 2 > length) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push(text)
    used += text.length + 2
  }
  return groups
}
