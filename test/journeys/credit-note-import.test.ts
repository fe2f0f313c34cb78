import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sampleUbl, sampleUblCreditNote } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { atOnce, made } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const send = (tenant: Tenant, xml: string) =>
  tenant.call('POST', '/v1/invoices/import?confirm_seller=true', Buffer.from(xml), {
    'content-type': 'application/xml',
  })

/** The sample as a UBL CreditNote: 120.00, of which 20.00 is tax, for an invoice of that number. */
function creditNote(number: string, of?: string): string {
  const reference =
    of === undefined
      ? ''
      : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${of}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`
  return sampleUblCreditNote({ number: `<cbc:ID>${number}</cbc:ID>` }).replace(
    '</cbc:DocumentCurrencyCode>',
    `</cbc:DocumentCurrencyCode>${reference}`,
  )
}

it('a credit note settles the invoice that it refers to, as far as that is open', async () => {
  const tenant = await world.newCompany()
  const invoice = await made(send(tenant, sampleUbl({ number: '<cbc:ID>R-7</cbc:ID>', lineCount: 2 })))
  const note = await made(send(tenant, creditNote('K-1', 'R-7')))
  expect(note).toMatchObject({
    object: 'credit_note',
    number: 'K-1',
    series: 'external',
    invoice: invoice.id,
    invoice_reference: 'R-7',
    customer: invoice.customer,
    subtotal: 10_000,
    tax: 2_000,
    total: 12_000,
    remaining: 0,
  })
  const now = () => tenant.call('GET', `/v1/invoices/${invoice.id}`)
  expect((await now()).body).toMatchObject({ open: 12_000, settled: 12_000, status: 'partially_paid' })
  await made(send(tenant, creditNote('K-2', 'R-7')))
  expect((await now()).body).toMatchObject({ open: 0, status: 'paid' })
  expect(await made(send(tenant, creditNote('K-3', 'R-7')))).toMatchObject({
    invoice: invoice.id,
    remaining: 12_000,
  })
  await world.prove(tenant)
})

it('one that refers to nothing we have is open credit of its customer; own credit notes keep their numbers', async () => {
  const tenant = await world.newCompany()
  const note = await made(send(tenant, creditNote('K-1', 'R-unknown')))
  expect(note).toMatchObject({ invoice: null, invoice_reference: 'R-unknown', remaining: 12_000 })
  expect(await made(send(tenant, creditNote('K-2')))).toMatchObject({
    invoice_reference: null,
    remaining: 12_000,
  })
  const own = await made(
    tenant.call('POST', '/v1/credit_notes', {
      customer: note.customer,
      currency: 'eur',
      lines: [{ description: 'Goodwill', quantity: '1', unit_price: '1.00' }],
    }),
  )
  expect(own.number).toBe('CN-1')
  expect((await tenant.call('GET', '/v1/credits')).body.data).toHaveLength(3)
  await world.prove(tenant)
})

it('one document at once from ten sides is one credit note', async () => {
  const tenant = await world.newCompany()
  await made(send(tenant, sampleUbl({ number: '<cbc:ID>R-7</cbc:ID>', lineCount: 5 })))
  const answers = await atOnce(10, () => send(tenant, creditNote('K-1', 'R-7')))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status, body } of answers.filter(({ status }) => status !== 201))
    expect([status, body.code]).toEqual([409, 'credit_note_exists'])
  expect((await tenant.call('GET', '/v1/invoices')).body.data).toMatchObject([{ open: 48_000 }])
  await world.prove(tenant)
})

it('a credit note below zero, or with something paid before, is refused', async () => {
  const tenant = await world.newCompany()
  const below = creditNote('K-9')
    .replaceAll(/(<cbc:(?:LineExtension|TaxExclusive|TaxInclusive|Payable|Tax|Taxable)Amount[^>]*>)/g, '$1-')
    .replace('<cbc:CreditedQuantity unitCode="C62">1', '<cbc:CreditedQuantity unitCode="C62">-1')
  expect(await send(tenant, below)).toMatchObject({ status: 422, body: { code: 'einvoice_negative_total' } })
  const prepaid = creditNote('K-10').replace(
    '<cbc:PayableAmount currencyID="EUR">120<',
    '<cbc:PrepaidAmount currencyID="EUR">20</cbc:PrepaidAmount><cbc:PayableAmount currencyID="EUR">100<',
  )
  expect(await send(tenant, prepaid)).toMatchObject({ status: 422, body: { code: 'einvoice_field_invalid' } })
  expect((await tenant.call('GET', '/v1/credit_notes')).body.data).toEqual([])
})
