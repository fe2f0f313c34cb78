import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { openSync } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { Currency } from '../../server/src/lib/currencies.ts'
import { closeThreads } from '../../server/src/lib/worker-threads.ts'
import { drawInvoice, invoiceSheetOptions } from '../../server/src/receivables/documents/draw-invoice.ts'
import { type InvoiceDocument, renderInvoicePdf } from '../../server/src/receivables/documents/index.ts'
import { Sheet, type TextStyle } from '../../server/src/receivables/documents/sheet.ts'

type Result = { name: string; ratio: number; floor: number; detail: string }
type PlacedText = { page: number; text: string; x: number; y: number; style: TextStyle }

const LINES = 20
const DOCUMENTS = 30
const ROUNDS = 5
const FLOOR = 1.3

/**
 * Invoices of 20 lines per second, asked one at a time of the surface that the product uses (thread and copying
 * included), over bare pdfkit that places the same texts where ours stand, with one font parsed once, and draws
 * nothing else. Every invoice has its own words.
 */
export async function run(): Promise<Result[]> {
  const invoices = Array.from({ length: DOCUMENTS }, (_, seed) => invoice(seed + 1))
  const texts = invoices.map(textsOf)
  const font = openSync(
    createRequire(import.meta.url).resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  )
  const ours = async () => {
    for (const document of invoices) await renderInvoicePdf(document)
  }
  const bare = async () => {
    for (const placed of texts) await renderBare(placed, font)
  }
  const bothThreads = async () => void (await Promise.all(invoices.map(renderInvoicePdf)))
  await renderInvoicePdf(invoice(1000))
  await renderBare(textsOf(invoice(1000)), font)
  const rates: { ours: number[]; bare: number[]; both: number[] } = { ours: [], bare: [], both: [] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.ours.push(await rateOf(ours))
    rates.bare.push(await rateOf(bare))
    rates.both.push(await rateOf(bothThreads))
  }
  await closeThreads()
  const [our, its, both] = [median(rates.ours), median(rates.bare), median(rates.both)]
  const detail =
    `${our.toFixed(0)} documents/s one at a time, ${both.toFixed(0)} with ${DOCUMENTS} asked at once; ` +
    `bare pdfkit ${its.toFixed(0)} (median of ${ROUNDS} rounds of ${DOCUMENTS})`
  return [{ name: `invoice PDF of ${LINES} lines / bare pdfkit`, ratio: our / its, floor: FLOOR, detail }]
}

async function rateOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (DOCUMENTS * 1000) / (performance.now() - start)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function textsOf(document: InvoiceDocument): PlacedText[] {
  const placed: PlacedText[] = []
  class Recorder extends Sheet {
    override text(text: string, x: number, y: number, style: TextStyle): void {
      placed.push({ page: this.place.page, text, x, y, style })
      super.text(text, x, y, style)
    }
  }
  drawInvoice(new Recorder(invoiceSheetOptions(document)), document)
  return placed
}

function renderBare(placed: readonly PlacedText[], font: ReturnType<typeof openSync>): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    font: '',
    autoFirstPage: false,
    bufferPages: true,
  })
  pdf.font(font as never)
  const pages = Math.max(...placed.map(({ page }) => page)) + 1
  for (let page = 0; page < pages; page++) {
    pdf.addPage()
    for (const { text, x, y, style } of placed.filter((item) => item.page === page)) {
      pdf.fontSize(style.size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
  pdf.end()
  return buffer(pdf)
}

const SYLLABLES = 'ba cor del fi gran hu il jo ker lin mo nes or pal quin ros sa tur vel wis ya zen'.split(
  ' ',
)

function invoice(seed: number): InvoiceDocument {
  let state = seed * 2_654_435_761
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const word = () => Array.from({ length: 2 + next(2) }, () => SYLLABLES[next(SYLLABLES.length)]).join('')
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const lines = Array.from({ length: LINES }, () => ({
    description: words(4 + next(4)),
    quantity: `${1 + next(40)}`,
    unitPrice: `${next(500)}.${10 + next(90)}`,
    taxRate: '9.975',
    amount: BigInt(1000 + next(1_000_000)),
  }))
  return {
    language: 'en',
    locale: 'en-US',
    title: 'invoice',
    number: `INV-${1000 + seed}`,
    issuedOn: '2026-11-12',
    dueOn: '2026-11-30',
    seller: {
      name: words(2),
      addressLines: [words(3), words(2)],
      email: `${word()}@example.com`,
      taxId: `${next(1e9)}`,
    },
    customer: { name: words(2), addressLines: [words(3), words(2)] },
    currency: 'USD' as Currency,
    lines,
    subtotal: BigInt(next(1e9)),
    taxes: [{ rate: '9.975', amount: BigInt(next(1e8)) }],
    total: 124_050n,
    paid: 0n,
    due: 124_050n,
    notes: words(20),
    payUrl: `https://pay.example.com/p/${words(3).replaceAll(' ', '')}${seed}`,
  }
}

if (import.meta.main) {
  for (const { name, ratio, floor, detail } of await run()) {
    console.log(`${name}: ${ratio.toFixed(2)} (at least ${floor}); ${detail}`)
    if (ratio < floor) process.exitCode = 1
  }
}
