import { expect, it } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../../test/support/shared-data.ts'
import { renderInvoice } from './draw-invoice.ts'
import { hasPoppler, textOf } from './read-pdf.ts'
import { sampleInvoice, sampleLine } from './sample-documents.ts'

describeWithSharedData('every string of the big list of naughty strings', 'nasty/blns.json', () => {
  const strings = sharedJson<string[]>('nasty/blns.json')

  it('is drawn as seller, customer, line and note', async () => {
    for (const text of strings) {
      const changes = {
        seller: { ...sampleInvoice('en-US', 1).seller, name: text },
        customer: { name: text, addressLines: [text] },
        lines: [sampleLine(0, { description: text, unit: text })],
        notes: text,
      }
      const pdf = Buffer.from(await renderInvoice(sampleInvoice('fr-CA', 1, changes)))
      expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
      expect(pdf.subarray(-6).toString()).toBe('%%EOF\n')
    }
  }, 120_000)

  it.skipIf(!hasPoppler)(
    'is found again in the text',
    async () => {
      const lines = strings.map((text, index) =>
        sampleLine(index, { description: text, quantity: null, unitPrice: null }),
      )
      const found = squeeze(textOf(await renderInvoice(sampleInvoice('en-US', 1, { lines }))))
      const lost = strings.filter(
        (text) => /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f]*$/.test(text) && !found.includes(squeeze(text)),
      )
      expect(lost).toEqual([])
    },
    60_000,
  )
})

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '')
}
