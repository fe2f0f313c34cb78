import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  atOnce,
  copiedLink,
  made,
  newInvoice,
  quickLink,
  rowCounts,
  TINY_PDF,
  upload,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(20),
  Buffer.from([0xff, 0xd9]),
])
const WEBP = (() => {
  const bytes = Buffer.alloc(30)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(22, 4)
  bytes.write('WEBPVP8 ', 8, 'latin1')
  return bytes
})()

describe('Documents are kept for payers to download', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  it('R-017 R-023 is added, attached to a request of any kind, listed and downloaded byte for byte', async () => {
    const { company } = world
    const files = [
      ['Sales order SO-2214.pdf', TINY_PDF, 'application/pdf'],
      ['photo.png', PNG, 'image/png'],
      ['photo.JPG', JPEG, 'image/jpeg'],
      ['photo.webp', WEBP, 'image/webp'],
    ] as const
    const added = []
    for (const [name, bytes, type] of files) {
      const attachment = await made(upload(company, name, bytes, type))
      expect(attachment).toMatchObject({
        object: 'attachment',
        file_name: name,
        content_type: type,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      expect((await company.call('GET', `/v1/attachments/${attachment.id}`)).body).toEqual(attachment)
      added.push(attachment.id)
    }
    const invoice = await newInvoice(company, '10.00')
    const asked = [
      { kind: 'invoice', invoices: [invoice.id] },
      { kind: 'quick', amount: 500, currency: 'usd', reference: 'A' },
      { kind: 'detailed', title: 'A', currency: 'usd', subtotal: 500, tax: 0, shipping: 0 },
    ]
    for (const body of asked) {
      const request = await made(
        company.call('POST', '/v1/payment_requests', { ...body, attachments: added }),
      )
      expect(request.attachments).toMatchObject(added.map((id, i) => ({ id, file_name: files[i]?.[0] })))
      const url = await copiedLink(company, request.id)
      const page = (await payer('GET', url)).text
      for (const [i, id] of added.entries()) {
        expect(page).toContain(`${new URL(url).pathname}/attachments/${id}`)
        const file = await fetch(`${url}/attachments/${id}`)
        expect(file.status).toBe(200)
        expect(Buffer.from(await file.arrayBuffer())).toEqual(files[i]?.[1])
        expect(Object.fromEntries(file.headers)).toMatchObject({
          'content-type': files[i]?.[2],
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'no-store',
        })
        expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
      }
    }
  })

  it('is downloaded over the API by its own company, and by a page only where the request has it', async () => {
    const { company } = world
    const mine = await made(upload(company, 'mine.pdf'))
    const other = await made(upload(company, 'other.pdf'))
    const file = await fetch(`${world.url}/v1/attachments/${mine.id}/content`, {
      headers: { authorization: `Bearer ${company.key}` },
    })
    expect(Buffer.from(await file.arrayBuffer())).toEqual(TINY_PDF)
    const { url } = await quickLink(company, 500, { attachments: [mine.id] })
    expect((await fetch(`${url}/attachments/${mine.id}`)).status).toBe(200)
    expect((await fetch(`${url}/attachments/${other.id}`)).status).toBe(404)
    expect((await fetch(`${url}/attachments/x`)).status).toBe(404)

    const stranger = await world.newCompany()
    for (const path of ['', '/content']) {
      expect((await stranger.call('GET', `/v1/attachments/${mine.id}${path}`)).status).toBe(404)
    }
    expect((await stranger.call('DELETE', `/v1/attachments/${mine.id}`)).status).toBe(404)
    const before = await rowCounts(world)
    const quick = { kind: 'quick', amount: 500, currency: 'usd', reference: 'A', attachments: [mine.id] }
    expect(await stranger.call('POST', '/v1/payment_requests', quick)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
    expect(await rowCounts(world)).toEqual(before)
  })

  it('is deleted while nothing uses it, once, and never while a request has it', async () => {
    const { company } = world
    const unused = await made(upload(company, 'unused.pdf'))
    const answers = await atOnce(5, () => company.call('DELETE', `/v1/attachments/${unused.id}`))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404])
    const used = await made(upload(company, 'used.pdf'))
    const { url } = await quickLink(company, 500, { attachments: [used.id] })
    expect(await company.call('DELETE', `/v1/attachments/${used.id}`)).toMatchObject({
      status: 409,
      body: { code: 'attachment_in_use' },
    })
    expect((await fetch(`${url}/attachments/${used.id}`)).status).toBe(200)
  })

  it('repeated with the same key it is kept once', async () => {
    const { company } = world
    const send = (bytes: Uint8Array) =>
      company.call('POST', '/v1/attachments?file_name=once.pdf', bytes, {
        'content-type': 'application/pdf',
        'idempotency-key': 'attach-once',
      })
    const [first, second] = [await send(TINY_PDF), await send(TINY_PDF)]
    expect(second.body).toEqual(first.body)
    expect((await send(Buffer.concat([TINY_PDF, Buffer.from('\n')]))).status).toBe(422)
  })

  it('refuses what is too large, of another type, two types at once, or badly named, and keeps nothing', async () => {
    const { company } = world
    const before = await rowCounts(world)
    const html = Buffer.from('<html><script>alert(1)</script>\n')
    const refused = [
      ['large.pdf', Buffer.concat([TINY_PDF, Buffer.alloc(30 * 1024 * 1024), TINY_PDF]), 413, 'too_large'],
      ['page.pdf', html, 422, 'attachment_type_refused'],
      ['program.pdf', Buffer.from('MZ\x90\x00 not a PDF'), 422, 'attachment_type_refused'],
      [
        'drawing.png',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        422,
        'attachment_type_refused',
      ],
      ['both.pdf', Buffer.concat([html, TINY_PDF]), 422, 'attachment_type_refused'],
      ['both.png', Buffer.concat([PNG, html]), 422, 'attachment_type_refused'],
      ['both.webp', Buffer.concat([WEBP, html]), 422, 'attachment_type_refused'],
      ['cut.pdf', TINY_PDF.subarray(0, 20), 422, 'attachment_type_refused'],
      ['photo.pdf', PNG, 422, 'attachment_name_refused'],
      ['page.html', TINY_PDF, 422, 'attachment_name_refused'],
      ['../../etc/a.pdf', TINY_PDF, 422, 'attachment_name_refused'],
      ['..\\a.pdf', TINY_PDF, 422, 'attachment_name_refused'],
      ['a\r\nset-cookie: x=1.pdf', TINY_PDF, 422, 'attachment_name_refused'],
      ['gnp.\u202efdp.pdf', TINY_PDF, 422, 'attachment_name_refused'],
      ['.pdf', TINY_PDF, 422, 'attachment_name_refused'],
      [`${'a'.repeat(250)}.pdf`, TINY_PDF, 400, 'invalid_request'],
      ['a\u0000.pdf', TINY_PDF, 400, 'invalid_request'],
    ] as const
    for (const [name, bytes, status, code] of refused) {
      const answer = await upload(company, name, bytes)
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code])
    }
    expect(await upload(company, 'a.png', TINY_PDF, 'image/png')).toMatchObject({ status: 422 })
    expect(await upload(company, 'a.pdf', TINY_PDF, 'text/html')).toMatchObject({ status: 415 })
    expect(await rowCounts(world)).toEqual(before)
  })

  it('keeps a name byte for byte, quotes and all, and no name ends its header', async () => {
    const { company } = world
    for (const name of [`O'Reilly "facture" (1); x=y.pdf`, 'reçu d’été 請求書 👩‍👩‍👧.pdf', '100%.pdf']) {
      const attachment = await made(upload(company, name))
      expect(attachment.file_name).toBe(name)
      const { url } = await quickLink(company, 500, { attachments: [attachment.id] })
      const header =
        (await fetch(`${url}/attachments/${attachment.id}`)).headers.get('content-disposition') ?? ''
      const [, plain, encoded] =
        /^attachment; filename="([\w .()-]*)"; filename\*=UTF-8''([\w.!~%-]+)$/.exec(header) ?? []
      expect(plain).toBeDefined()
      expect(decodeURIComponent(encoded ?? '')).toBe(name)
    }
  })
})
