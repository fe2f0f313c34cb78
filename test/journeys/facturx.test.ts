import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleUblCreditNote } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { describeWithSharedData, sharedBytes } from '../support/shared-data.ts'
import { rowCounts, TINY_PDF } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

/** A PDF that asks for a password before it shows anything. */
async function encrypted(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: 'secret' })
  const bytes = buffer(pdf)
  pdf.text('Invoice')
  pdf.end()
  return bytes
}

/** A PDF with an e-invoice inside, as Factur-X has it. */
async function withXml(xml: string): Promise<Buffer> {
  const pdf = new PDFDocument()
  const bytes = buffer(pdf)
  pdf.file(Buffer.from(xml), { name: 'factur-x.xml', type: 'text/xml' })
  pdf.text('Credit note')
  pdf.end()
  return bytes
}

const FOLDER = 'einvoice/facturx-pdf/give'

describeWithSharedData('A Factur-X PDF is imported by the e-invoice inside it', FOLDER, () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const send = (bytes: Uint8Array) =>
    world.company.call('POST', '/v1/invoices/import?confirm_seller=true', bytes, {
      'content-type': 'application/pdf',
    })

  it('with its own sums, and the PDF itself kept byte for byte as its original', async () => {
    const bytes = sharedBytes(`${FOLDER}/EN16931_Einfach.pdf`)
    const imported = await send(bytes)
    expect(imported).toMatchObject({
      status: 201,
      body: { number: '471102', currency: 'eur', total: 52_987 },
    })
    const original = String(imported.body.original)
    const file = await fetch(`${world.url}/v1/attachments/${original}/content`, {
      headers: { authorization: `Bearer ${world.company.key}` },
    })
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await world.company.call('DELETE', `/v1/attachments/${original}`)).toMatchObject({
      status: 409,
      body: { code: 'attachment_in_use' },
    })
    const before = await rowCounts(world)
    expect(await send(bytes)).toMatchObject({ status: 409, body: { code: 'invoice_exists' } })
    expect(await rowCounts(world)).toEqual(before)
    await world.prove()
  })

  it('that credits is a credit note, with the PDF as its original too', async () => {
    // No published example of one is among the data: this one is made here.
    const bytes = await withXml(sampleUblCreditNote({ number: '<cbc:ID>K-1</cbc:ID>' }))
    const imported = await send(bytes)
    expect(imported).toMatchObject({ status: 201, body: { object: 'credit_note', type_code: '381' } })
    const original = String(imported.body.original)
    expect((await world.company.call('GET', `/v1/credit_notes/${imported.body.id}`)).body.original).toBe(
      original,
    )
    const file = await fetch(`${world.url}/v1/attachments/${original}/content`, {
      headers: { authorization: `Bearer ${world.company.key}` },
    })
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await world.company.call('DELETE', `/v1/attachments/${original}`)).toMatchObject({
      status: 409,
      body: { code: 'attachment_in_use' },
    })
    const before = await rowCounts(world)
    expect(await send(bytes)).toMatchObject({ status: 409, body: { code: 'credit_note_exists' } })
    expect(await rowCounts(world)).toEqual(before)
    await world.prove()
  })

  it('is refused by name where it holds no whole invoice, none at all, or cannot be read', async () => {
    const before = await rowCounts(world)
    const whole = Buffer.from(sharedBytes(`${FOLDER}/EN16931_Einfach.pdf`))
    const other = Buffer.from(whole.toString('latin1').replaceAll('factur-x.xml', 'factur-y.xml'), 'latin1')
    for (const [bytes, code] of [
      [sharedBytes(`${FOLDER}/Facture_FR_MINIMUM.pdf`), 'einvoice_missing_field'],
      [sharedBytes(`${FOLDER}/Facture_FR_BASICWL.pdf`), 'einvoice_missing_field'],
      [other, 'einvoice_pdf_without_xml'],
      [await encrypted(), 'einvoice_pdf_encrypted'],
      [TINY_PDF, 'einvoice_pdf_not_read'],
      [whole.subarray(0, 900), 'einvoice_pdf_not_read'],
    ] as const) {
      const answer = await send(bytes)
      expect([code, answer.status, answer.body.code]).toEqual([code, 422, code])
    }
    expect(await rowCounts(world)).toEqual(before)
  })
})
