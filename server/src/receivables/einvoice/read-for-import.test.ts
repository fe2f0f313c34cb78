import { describe, expect, it } from 'vitest'
import { closeThreads } from '../../lib/worker-threads.ts'
import { EInvoiceMalformed, EInvoiceTotalsDisagree } from './errors.ts'
import { readForImport } from './read-for-import.ts'
import { sampleUbl, utf8 } from './testing/sample-ubl.ts'

const LINES = 17_000

/** How often the event loop came round while something was awaited. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await work
  clearInterval(timer)
  return turns
}

describe('reading an e-invoice for its import', () => {
  it('keeps the event loop free, however large the file is', async () => {
    const document = utf8(sampleUbl({ lineCount: LINES }))
    expect(document.length).toBeGreaterThan(6_500_000)
    const reading = readForImport(document)
    expect(await turnsDuring(reading)).toBeGreaterThan(20)
    expect(await reading).toMatchObject({
      due: BigInt(LINES) * 12_000n,
      invoice: { externalNumber: 'R-1', subtotal: BigInt(LINES) * 10_000n, tax: BigInt(LINES) * 2_000n },
    })
    expect((await reading).invoice.lines).toHaveLength(LINES)
  })

  it('refuses with the code, the field and the details of what is wrong', async () => {
    const wrong = utf8(sampleUbl().replace('>120</cbc:PayableAmount>', '>121</cbc:PayableAmount>'))
    await expect(readForImport(wrong)).rejects.toThrow(EInvoiceTotalsDisagree)
    await expect(readForImport(wrong)).rejects.toMatchObject({
      code: 'einvoice_totals_disagree',
      status: 422,
      field: 'totals.payable',
      details: { rule: 'BR-CO-16', stated: '121', computed: '120' },
      message: expect.stringMatching(/^The invoice's sums disagree: .* Nothing was imported\.$/),
    })
    await expect(readForImport(utf8(''))).rejects.toThrow(EInvoiceMalformed)
  })

  it('goes on after the readers were closed, and refuses by name what they were reading', async () => {
    const cut = readForImport(utf8(sampleUbl({ lineCount: LINES })))
    // Looked at from now on: it is refused while other threads are still being closed.
    const isRefused = expect(cut).rejects.toMatchObject({ code: 'einvoice_not_read', status: 503 })
    await closeThreads()
    await isRefused
    expect(await readForImport(utf8(sampleUbl()))).toMatchObject({ due: 12_000n })
  })
})
