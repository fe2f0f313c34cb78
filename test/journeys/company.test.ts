import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { flowerLogo, jpegOf } from '../support/pictures.ts'
import { type Person, signedIn } from '../support/staff.ts'
import { eventually, linkTo, made, mailTo, newInvoice, owned, pay, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** A company's own details: changed by its staff, shown wherever its name stands. */
let world: World
let admin: Person
beforeAll(async () => {
  world = await startWorld()
  admin = await signedIn(world, world.company, 'admin')
})
afterAll(() => world.stop())

const change = (values: unknown, person = admin) => person.call('PATCH', '/v1/company', values)

it('is told, changed in part, audited with what was before, and shown to payers', async () => {
  const { body } = await admin.call('GET', '/v1/company')
  expect(body).toMatchObject({ name: 'Rosa Blooms', currency: 'usd', time_zone: 'America/New_York' })
  const values = {
    name: 'Rosa Blooms & <b>Sons</b>',
    phone: '+1 305 555 0199',
    address_lines: ['1 Rue', 'Montréal'],
  }
  expect((await change(values)).body).toEqual({ ...body, ...values })
  expect((await admin.call('GET', '/v1/company')).body).toEqual({ ...body, ...values })
  expect((await admin.call('GET', '/v1/session')).body).toMatchObject({ company: { name: values.name } })
  const { url } = await quickLink(world.company, 500)
  const page = await eventually(
    async () => (await payer('GET', url)).text,
    (text) => text.includes('&#60;b&#62;Sons'),
  )
  expect(page).toContain('Rosa Blooms &#38; &#60;b&#62;Sons&#60;/b&#62;')
  expect(page).not.toContain('<b>Sons')
  const asked = await world.company.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    amount: 700,
    currency: 'usd',
    reference: 'B',
  })
  await world.company.call('POST', `/v1/payment_requests/${asked.body.id}/send`, {
    email: 'payer@example.test',
  })
  await world.settle()
  expect((await mailTo(world, 'payer@example.test'))[0]?.text).toContain('Rosa Blooms & <b>Sons</b>')
  const [event] = await owned<{ detail: unknown }>(
    world,
    `select detail from identity.audit_events where action = 'company.changed' order by id desc limit 1`,
  )
  expect(event?.detail).toMatchObject({
    before: { displayName: 'Rosa Blooms' },
    after: { displayName: values.name },
  })
})

it('bad values change nothing, nor do those who may not', async () => {
  const { body: before } = await admin.call('GET', '/v1/company')
  for (const values of [
    { time_zone: 'Mars/Olympus' },
    { language: 'de' },
    { email: 'nobody' },
    { name: '' },
    { currency: 'eur' },
    { statement_descriptor: 'abc' },
    { statement_descriptor: '12345678' },
    { statement_descriptor: 'ROSA*BLOOMS' },
    { address_lines: Array(9).fill('x') },
  ])
    expect([values, (await change(values)).status]).toEqual([values, 400])
  const cashier = await signedIn(world, world.company, 'cashier')
  expect((await cashier.call('GET', '/v1/company')).status).toBe(200)
  expect((await change({ name: 'Mine' }, cashier)).body).toMatchObject({ code: 'permission_denied' })
  expect((await admin.call('GET', '/v1/company')).body).toEqual(before)
})

const putLogo = (file: Uint8Array, person = admin, type = 'image/png') =>
  person.call('PUT', '/v1/company/logo', file, { 'content-type': type })
const INLINE = /<img class="logo" src="data:image\/png;base64,([^"]+)" width="(\d+)" height="(\d+)" alt="">/
const pageWith = (url: string, isSo: (text: string) => boolean) =>
  eventually(async () => (await payer('GET', url)).text, isSo)
const pictures = async (path: string) => {
  const pdf = await fetch(`${world.url}${path}`, {
    headers: { authorization: `Bearer ${world.company.key}` },
  })
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await pdf.arrayBuffer())
    .toString('latin1')
    .split('/Subtype /Image').length
}

it('a logo is shown on pages that were open before, in mails and on every kind of document, until it is taken away', async () => {
  const { company } = world
  const { url } = await quickLink(company, 900)
  const invoice = await newInvoice(company, '40.00')
  const paid = await linkTo(company, invoice.id)
  const payment = String((await pay(world, company, paid.url, { amount: 4000 })).body.payment)
  const line = { description: 'Roses', quantity: '1', unit_price: '1.00' }
  const other = await newInvoice(company, '30.00')
  const note = await made(company.call('POST', '/v1/credit_notes', { invoice: other.id, lines: [line] }))
  const documents = [
    `/v1/invoices/${invoice.id}/pdf`,
    `/v1/payments/${payment}/receipt`,
    `/v1/credit_notes/${note.id}/pdf`,
  ]
  const bare = await Promise.all(documents.map(pictures))
  for (let i = 0; i < 2; i++) expect((await payer('GET', url)).text).toMatch(/<span class="mark"[^>]*>R</)
  expect((await admin.call('GET', '/v1/company/logo')).status).toBe(404)

  const { body } = await putLogo(flowerLogo())
  expect(body).toMatchObject({ object: 'company', logo: { width: 480, height: 160 } })
  expect((await admin.call('GET', '/v1/company')).body).toEqual(body)
  const page = await pageWith(url, (text) => INLINE.test(text))
  const [, base64 = '', width, height] = INLINE.exec(page) ?? []
  expect([width, height]).toEqual(['192', '64'])
  expect(base64.length).toBeLessThanOrEqual(8192)
  expect(page.match(/(?:src|href)="\/assets\//g)?.length).toBe(
    (await payer('GET', paid.url)).text.match(/(?:src|href)="\/assets\//g)?.length,
  )
  for (const [n, path] of documents.entries()) expect(await pictures(path)).toBeGreaterThan(bare[n] ?? 99)

  await made(company.call('POST', `/v1/invoices/${other.id}/send`, { to: 'logo@example.test' }))
  await world.settle()
  const [mail] = await mailTo(world, 'logo@example.test')
  const raw = (
    await (await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/raw`)).text()
  ).replaceAll('=\r\n', '')
  expect(raw).toMatch(/Content-Type: multipart\/related/)
  expect(raw).toMatch(/src=3D"cid:logo@quittance\.invalid" width=3D"120" height=3D"40" alt=3D""/)
  expect(raw).toMatch(/Content-Id: <logo@quittance\.invalid>[\s\S]*Content-Disposition: inline/i)
  expect(raw).not.toMatch(/src=3D"http/)

  expect(
    (
      await putLogo(
        jpegOf(64, 64, () => [10, 90, 60]),
        admin,
        'image/jpeg',
      )
    ).status,
  ).toBe(200)
  const shown = await fetch(`${world.url}/v1/company/logo`, { headers: { cookie: admin.cookie } })
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")

  expect((await admin.call('DELETE', '/v1/company/logo')).body).toMatchObject({ name: body.name, logo: null })
  await pageWith(url, (text) => text.includes('<span class="mark"'))
  expect(await Promise.all(documents.map(pictures))).toEqual(bare)
  expect((await admin.call('DELETE', '/v1/company/logo')).status).toBe(404)
  const events = await owned<{ detail: { before: string | null; after: string | null } }>(
    world,
    `select detail from identity.audit_events where action = 'company.logo_changed' order by id`,
  )
  expect(events.map(({ detail }) => [detail.before === null, detail.after === null])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ])
})

it('what is no picture changes no logo, nor does who may not, nor another company; two at once leave one', async () => {
  const { body: before } = await putLogo(flowerLogo())
  const cashier = await signedIn(world, world.company, 'cashier')
  for (const [file, status, code] of [
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 422, 'logo_type_refused'],
    [flowerLogo().subarray(0, 900), 422, 'logo_unreadable'],
    [Buffer.alloc(700_000, 1), 422, 'logo_too_large'],
    [Buffer.alloc(3_000_000, 1), 413, 'too_large'],
  ] as const)
    expect(await putLogo(Buffer.from(file))).toMatchObject({ status, body: { code } })
  expect(await admin.call('PUT', '/v1/company/logo', { logo: 'x' })).toMatchObject({ status: 400 })
  expect((await putLogo(flowerLogo(), cashier)).body).toMatchObject({ code: 'permission_denied' })
  expect((await cashier.call('DELETE', '/v1/company/logo')).body).toMatchObject({ code: 'permission_denied' })
  expect((await cashier.call('GET', '/v1/company/logo')).status).toBe(200)
  expect((await admin.call('GET', '/v1/company')).body).toEqual(before)

  const theirs = await world.newCompany({ name: 'Other Roses' })
  expect((await theirs.call('GET', '/v1/company/logo')).status).toBe(404)
  expect((await theirs.call('DELETE', '/v1/company/logo')).status).toBe(404)
  expect((await theirs.call('GET', '/v1/company')).body).toMatchObject({ logo: null })
  expect((await payer('GET', (await quickLink(theirs, 500)).url)).text).not.toContain('class="logo"')

  const put = await Promise.all([putLogo(flowerLogo(96, 32)), putLogo(flowerLogo(64, 32))])
  expect(put.map(({ status }) => status)).toEqual([200, 200])
  const rows = await owned(
    world,
    `select l.id from identity.company_logos l join identity.companies c on (c.id, c.logo_id) = (l.company_id, l.id)`,
  )
  expect(rows).toHaveLength(1)
  expect((await owned(world, 'select id from identity.company_logos')).length).toBe(1)
})
