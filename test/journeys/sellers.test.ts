import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sampleUbl, sampleUblCreditNote } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { describeWithSharedData, sharedBytes } from '../support/shared-data.ts'
import { atOnce, made, owned, rowCounts } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const send = (
  tenant: Tenant,
  document: string | Uint8Array,
  query = '',
  headers: Record<string, string> = {},
) =>
  tenant.call('POST', `/v1/invoices/import${query}`, document, {
    'content-type': 'application/xml',
    ...headers,
  })

const invoice = (number: string, sellerName: string, taxId?: string) => {
  const scheme =
    taxId === undefined
      ? ''
      : `<cac:PartyTaxScheme><cbc:CompanyID>${taxId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`
  return sampleUbl({ number: `<cbc:ID>${number}</cbc:ID>`, sellerName }).replace(
    `<cbc:Name>${sellerName}</cbc:Name></cac:PartyName>`,
    `<cbc:Name>${sellerName}</cbc:Name></cac:PartyName>${scheme}`,
  )
}

const creditNote = (number: string, sellerName: string) =>
  sampleUblCreditNote({ number: `<cbc:ID>${number}</cbc:ID>`, sellerName })

const sellersOf = async (tenant: Tenant) =>
  (await tenant.call('GET', '/v1/sellers')).body.data as { id: string; names: string[]; tax_id: string }[]

it('an e-invoice of the company itself is imported, however its name is written', async () => {
  const tenant = await world.newCompany({ 'legal-name': 'Rosa Blooms LLC', 'tax-id': 'EU372000123' })
  await made(send(tenant, invoice('R-1', 'ROSA BLOOMS, L.L.C.')))
  await made(send(tenant, invoice('R-2', 'Une autre enseigne', 'EU 372 000 123')))
  expect(await sellersOf(tenant)).toEqual([])
})

it('one of another seller is refused with both names, and nothing is written', async () => {
  const tenant = await world.newCompany({ 'tax-id': 'EU372000123' })
  await world.settle()
  const before = await rowCounts(world)
  for (const document of [
    invoice('S-1', 'Café Lune', 'FR12345678901'),
    invoice('S-2', 'Rosa Blooms', 'EU372000124'),
    creditNote('S-3', 'Café Lune'),
  ]) {
    const refused = await send(tenant, document)
    expect(refused).toMatchObject({ status: 409, body: { code: 'seller_differs' } })
    expect(refused.body.detail).toMatch(/Nothing was imported.*confirm_seller=true/)
  }
  expect((await send(tenant, invoice('S-1', 'Café Lune', 'FR12345678901'))).body).toMatchObject({
    detail: expect.stringContaining('Café Lune (tax id FR12345678901), and this company is Rosa Blooms'),
    seller: { names: ['Café Lune'], tax_id: 'FR12345678901' },
    company: { names: ['Rosa Blooms'], tax_id: 'EU372000123' },
  })
  expect(await rowCounts(world)).toEqual(before)
})

it('confirmed, it is imported and remembered with who said so; forgotten, it is asked about again', async () => {
  const tenant = await world.newCompany()
  const key = { 'idempotency-key': 'one seller' }
  expect((await send(tenant, invoice('T-1', 'Café Lune'), '', key)).status).toBe(409)
  const first = await made(send(tenant, invoice('T-1', 'Café Lune'), '?confirm_seller=true', key))
  expect(await made(send(tenant, invoice('T-1', 'Café Lune'), '?confirm_seller=true', key))).toEqual(first)
  await made(send(tenant, invoice('T-2', 'CAFE LUNE SARL')))
  await made(send(tenant, creditNote('T-3', 'Café Lune')))
  const [seller, ...more] = await sellersOf(tenant)
  expect(seller).toMatchObject({ names: ['Café Lune'], tax_id: null })
  expect(more).toEqual([])
  expect(
    await owned(
      world,
      `select action, actor_type from identity.audit_events
       where subject_type = 'seller' and detail->'names' = '["Café Lune"]'`,
    ),
  ).toEqual([{ action: 'seller.added', actor_type: 'api_key' }])

  expect((await tenant.call('DELETE', `/v1/sellers/${seller?.id}`)).body).toMatchObject({ deleted: true })
  expect((await tenant.call('DELETE', `/v1/sellers/${seller?.id}`)).status).toBe(404)
  expect(await send(tenant, invoice('T-4', 'Café Lune'))).toMatchObject({ status: 409 })
  await world.prove(tenant)
})

it('many confirmed at once note their seller once', async () => {
  const tenant = await world.newCompany()
  const answers = await atOnce(8, (index) =>
    send(tenant, invoice(`U-${index}`, 'Café Lune'), '?confirm_seller=true'),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
  expect(await sellersOf(tenant)).toHaveLength(1)
})

it('a seller may be told beforehand; what cannot be imported notes none', async () => {
  const tenant = await world.newCompany()
  await made(tenant.call('POST', '/v1/sellers', { names: ['Lune'], tax_id: 'FR12345678901' }))
  await made(send(tenant, invoice('V-1', 'Whatever', 'FR12345678901')))
  const again = await send(tenant, invoice('V-1', 'Another'), '?confirm_seller=true')
  expect(again).toMatchObject({ status: 409, body: { code: 'invoice_exists' } })
  expect(await sellersOf(tenant)).toHaveLength(1)
  expect(await send(tenant, invoice('V-2', 'Lune'), '?dry_run=true')).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', field: 'dry_run' },
  })
})

describeWithSharedData('A Factur-X PDF', 'einvoice/facturx-pdf/give', () => {
  it('of another seller is refused too, and imported once confirmed', async () => {
    const tenant = await world.newCompany()
    const pdf = sharedBytes('einvoice/facturx-pdf/give/EN16931_Einfach.pdf')
    const type = { 'content-type': 'application/pdf' }
    expect(await send(tenant, pdf, '', type)).toMatchObject({ status: 409, body: { code: 'seller_differs' } })
    expect(await send(tenant, pdf, '?confirm_seller=true', type)).toMatchObject({ status: 201 })
  })
})
