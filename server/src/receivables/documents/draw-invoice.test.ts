import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { renderInvoicePdf } from './index.ts'
import { hasPoppler, infoOf, linksOf, pagesOf, pictureOf, textOf } from './read-pdf.ts'
import { sampleInvoice, sampleLine } from './sample-documents.ts'

const PAY_URL = 'https://pay.rosablooms.example/p/AbCdEfGhIjKlMnOpQrStUvWxYz1'

describe('the invoice PDF', () => {
  it('is the same bytes for the same document, whatever was rendered before it', async () => {
    const plain = await renderInvoicePdf(sampleInvoice('fr-CA', 3))
    const foreign = sampleInvoice('en-US', 1, { notes: 'Ω μ µ Å ﺎ ا 中 e\u0301 \u00a0 ﬁ' })
    const first = await renderInvoicePdf(foreign)
    await renderInvoicePdf(sampleInvoice('en-US', 1, { notes: 'Ω ﺎﻟﺎ Å' }))
    await renderInvoicePdf(sampleInvoice('en-US', 1, { notes: 'ا لا Å Ω' }))
    expect(Buffer.compare(await renderInvoicePdf(sampleInvoice('fr-CA', 3)), plain)).toBe(0)
    expect(Buffer.compare(await renderInvoicePdf(foreign), first)).toBe(0)
  })

  it('is refused by name where it cannot be drawn, and the next one is drawn', async () => {
    const broken = { ...sampleInvoice('en-US', 1), lines: null } as never
    await expect(renderInvoicePdf(broken)).rejects.toMatchObject({
      code: 'document_not_rendered',
      status: 503,
      message: expect.stringMatching(
        /^The PDF could not be made: .* Nothing about the money has changed; ask for the document again\.$/,
      ),
    })
    expect((await renderInvoicePdf(sampleInvoice('en-US', 1))).length).toBeGreaterThan(1000)
  })

  it('has a button and a code that link to the payment page, named by what they do', async () => {
    const english = linksOf(await renderInvoicePdf(sampleInvoice('en-US', 1)))
    expect(english.map(({ uri, name }) => [uri, name])).toEqual([
      [PAY_URL, 'Pay $1,240.50'],
      [PAY_URL, 'Pay $1,240.50'],
    ])
  })

  it('has neither button nor code without a link, nor once it is paid or void', async () => {
    for (const changes of [{ payUrl: undefined }, { status: 'paid' as const }, { status: 'void' as const }]) {
      const pdf = await renderInvoicePdf(sampleInvoice('en-CA', 1, changes))
      expect(Buffer.from(pdf).includes('/URI')).toBe(false)
    }
  })

  it('refuses a payment link that is no web address', async () => {
    const invoice = sampleInvoice('en-US', 1, { payUrl: 'javascript:alert(1)' })
    await expect(renderInvoicePdf(invoice)).rejects.toThrow(/must be a web address.*Nothing about the money/)
  })

  it('is drawn without a logo that cannot be read', async () => {
    const broken = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex')
    const seller = {
      ...sampleInvoice('en-US', 1).seller,
      logoPng: Buffer.concat([broken, Buffer.alloc(40, 7)]),
    }
    expect((await renderInvoicePdf(sampleInvoice('en-US', 1, { seller }))).length).toBeGreaterThan(10_000)
  })
})

describe.skipIf(!hasPoppler)('the invoice PDF, read back', () => {
  it('tells in English what is owed, by whom, by when and for what', async () => {
    const text = textOf(await renderInvoicePdf(sampleInvoice('en-US', 1)))
    for (const words of [
      'Invoice INV-1042',
      'Amount due $1,240.50',
      'due November 30, 2026',
      'Pay $1,240.50',
    ]) {
      expect(text).toContain(words)
    }
    for (const words of [
      'Café Lune',
      'Amount (USD)',
      '14.975%',
      'Tax 14.975% on $1,097.00 $164.28',
      '-$15.00',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('pay.rosablooms.example')
    expect(text).toContain('Page 1 of 1')
  })

  it('tells the same in French, with its spaces and accents', async () => {
    const text = textOf(await renderInvoicePdf(sampleInvoice('fr-CA', 1)))
    for (const words of [
      'Facture INV-1042',
      'Montant à payer 1 240,50 $',
      'au plus tard le 30 novembre 2026',
    ]) {
      expect(text).toContain(words)
    }
    for (const words of [
      'Payer 1 240,50 $',
      'Taxe 14,975 % sur 1 097,00 $',
      'Montant (CAD)',
      'Page 1 sur 1',
    ]) {
      expect(text).toContain(words)
    }
    const france = textOf(await renderInvoicePdf(sampleInvoice('fr-FR', 1, { currency: 'EUR' as never })))
    expect(france).toContain('Payer 1 240,50 €')
  })

  it('carries its title, language and maker, on the paper of its locale', async () => {
    const letter = await renderInvoicePdf(sampleInvoice('fr-CA', 1))
    expect(infoOf(letter)).toMatch(
      /Title: +Facture INV-1042 · Rosa Blooms\n[\s\S]*Producer: +Quittance\n[\s\S]*612 x 792 pts \(letter\)/,
    )
    expect(Buffer.from(letter).toString('latin1')).toContain('/Lang (fr-CA)')
    expect(infoOf(await renderInvoicePdf(sampleInvoice('fr-FR', 1)))).toContain('(A4)')
    expect(infoOf(await renderInvoicePdf(sampleInvoice('en-GB', 1)))).toContain('(A4)')
    expect(infoOf(await renderInvoicePdf(sampleInvoice('es-US', 1, { language: 'en' })))).toContain(
      '(letter)',
    )
  })

  it('says with a word that it is paid or void', async () => {
    const paid = sampleInvoice('en-CA', 1, { status: 'paid', paid: 124_050n, due: 0n })
    expect(textOf(await renderInvoicePdf(paid))).toMatch(
      /Amount due \$0\.00 This invoice is paid\. Thank you\. Paid /,
    )
    const canceled = textOf(await renderInvoicePdf(sampleInvoice('fr-CA', 1, { status: 'void', due: 0n })))
    expect(canceled).toContain('Rosa Blooms a annulé cette facture. Merci de ne pas la payer. Annulée')
  })

  it.each([1, 20, 500])(
    'holds %i lines, each whole and on one page, under a head on every page',
    async (count) => {
      const pages = pagesOf(await renderInvoicePdf(sampleInvoice('en-US', count)))
      const found = pages.flatMap((page) => [
        ...page.matchAll(/#(\d+) +\d\.5 h +24\.50 +14\.975% +[\d.]+$/gm),
      ])
      expect(found.map(([, index]) => Number(index))).toEqual(
        Array.from({ length: count }, (_, index) => index + 1),
      )
      pages.forEach((page, index) => {
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
        expect(page.includes('#') === page.includes('Amount (USD)')).toBe(true)
      })
      const totals = pages.filter((page) => /Subtotal|Shipping|Tax 14.975%/.test(page))
      expect(totals).toHaveLength(1)
      expect(totals[0]).toMatch(/Subtotal[\s\S]*Total +\$1,240\.50/)
    },
  )

  it('wraps long names and words of a thousand letters, and cuts nothing', async () => {
    const long = 'q'.repeat(1000)
    const words = 'A description with ordinary words that goes on. '.repeat(100)
    const invoice = sampleInvoice('en-GB', 1, {
      seller: { name: long, addressLines: [long] },
      customer: { name: 'W'.repeat(1000), addressLines: [words] },
      lines: [sampleLine(0, { description: long }), sampleLine(1, { description: words.repeat(10) })],
      notes: long,
    })
    const text = textOf(await renderInvoicePdf(invoice)).replaceAll(' ', '')
    expect(text.match(/q/g)?.length).toBeGreaterThanOrEqual(4000)
    expect(text.match(/W/g)?.length).toBeGreaterThanOrEqual(1000)
    expect(text.match(/ordinary/g)?.length).toBeGreaterThanOrEqual(1100)
  })

  it('shows a QR code whose modules are those of the payment link', async () => {
    const pdf = await renderInvoicePdf(sampleInvoice('en-US', 1))
    const [left = 0, bottom = 0, right = 0, top = 0] = linksOf(pdf)[1]?.rect ?? []
    const { size, data } = create(PAY_URL, { errorCorrectionLevel: 'M' }).modules
    const scale = 4
    const { width, pixels } = pictureOf(pdf, 72 * scale)
    const unit = (right - left) / (size + 8)
    const seen = Array.from({ length: size * size }, (_, at) => {
      const x = left + (4.5 + (at % size)) * unit
      const y = 792 - top + (4.5 + Math.floor(at / size)) * unit
      return (pixels[Math.floor(y * scale) * width + Math.floor(x * scale)] ?? 255) < 128 ? 1 : 0
    })
    expect(top - bottom).toBeCloseTo(right - left)
    expect(seen).toEqual(Array.from(data, Number))
  })
})
