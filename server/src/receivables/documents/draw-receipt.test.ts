import { describe, expect, it } from 'vitest'
import { renderReceiptPdf } from './index.ts'
import { hasPoppler, infoOf, textOf } from './read-pdf.ts'
import { sampleReceipt } from './sample-documents.ts'

describe('the receipt PDF', () => {
  it('is the same bytes for the same document', async () => {
    const first = await renderReceiptPdf(sampleReceipt('en-CA'))
    expect(Buffer.compare(await renderReceiptPdf(sampleReceipt('en-CA')), first)).toBe(0)
  })
})

describe.skipIf(!hasPoppler)('the receipt PDF, read back', () => {
  it('tells how much was paid, when, how, for what, and how it looks on the statement', async () => {
    const pdf = await renderReceiptPdf(sampleReceipt('en-CA'))
    const text = textOf(pdf)
    for (const words of ['Amount paid $1,240.50', 'paid November 12, 2026 at 3:04 p.m. EST']) {
      expect(text).toContain(words)
    }
    for (const words of [
      'pay_01jd7x9k3q8m5t2v6w4y0z1abc',
      'Visa ending in 4242',
      'ROSA BLOOMS',
      'Lune Tremblay',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('Applied to INV-1042 $1,240.50')
    expect(infoOf(pdf)).toMatch(/Title: +Receipt pay_01jd7x9k3q8m5t2v6w4y0z1abc · Rosa Blooms/)
  })

  it('tells in French what was given back and what remains', async () => {
    const refunds = [{ at: '2026-11-20T10:00:00Z', amount: 4000n }]
    const text = textOf(await renderReceiptPdf(sampleReceipt('fr-CA', { refunds })))
    expect(text).toContain('payé le 12 novembre 2026 à 15 h 04 HNE')
    expect(text).toContain('Remboursé le 20 novembre 2026 -40,00 $ Payé après remboursements 1 200,50 $')
  })
})
