import { drawAmountDue } from './draw-amount-due.ts'
import { drawFeet } from './draw-foot.ts'
import { drawHeading, type Fact } from './draw-heading.ts'
import { drawLineTable } from './draw-line-table.ts'
import { drawTotals, totalsOf } from './draw-totals.ts'
import { figuresFor } from './figures.ts'
import type { InvoiceDocument } from './invoice-document.ts'
import { COLOR, lineHeight, Sheet, type SheetOptions } from './sheet.ts'
import { documentWordsIn, type Say } from './words.ts'
import { wrapText } from './wrap-text.ts'

export function invoiceSheetOptions(invoice: InvoiceDocument): SheetOptions {
  return {
    locale: invoice.locale,
    title: `${titleOf(documentWordsIn(invoice.locale), invoice)} · ${invoice.seller.name}`,
    author: invoice.seller.name,
    date: new Date(`${invoice.issuedOn}T00:00:00Z`),
  }
}

/** Top to bottom as a payer reads: from whom, how much and how to pay, for what, and how it sums up. */
export function drawInvoice(sheet: Sheet, invoice: InvoiceDocument): void {
  const say = documentWordsIn(invoice.locale)
  const figures = figuresFor(invoice.locale, invoice.currency)
  const title = titleOf(say, invoice)
  const facts: Fact[] = [[say('issued'), figures.day(invoice.issuedOn)]]
  if (invoice.dueOn !== undefined) facts.push([say('due'), figures.day(invoice.dueOn)])
  if (invoice.orderReference) facts.push([say('orderReference'), invoice.orderReference])
  drawHeading(sheet, say, invoice.seller, title, facts)
  drawAmountDue(sheet, say, figures, invoice)
  drawCustomer(sheet, say, invoice)
  drawLineTable(sheet, say, figures, invoice)
  drawTotals(sheet, totalsOf(say, figures, invoice))
  if (invoice.notes) drawNotes(sheet, say('notes'), invoice.notes)
  drawFeet(sheet, say, invoice.seller, title)
}

export async function renderInvoice(invoice: InvoiceDocument): Promise<Uint8Array> {
  const sheet = new Sheet(invoiceSheetOptions(invoice))
  drawInvoice(sheet, invoice)
  return sheet.finish()
}

function titleOf(say: Say, invoice: InvoiceDocument): string {
  return say('titleWithNumber', { title: say(invoice.title), number: invoice.number })
}

function drawCustomer(sheet: Sheet, say: Say, { customer }: InvoiceDocument): void {
  const width = sheet.width * 0.75
  sheet.y = sheet.paragraph(say('billedTo'), sheet.left, sheet.y, width, { size: 9, color: COLOR.quiet })
  sheet.y = sheet.paragraph(customer.name, sheet.left, sheet.y, width, { size: 11, weight: 'semibold' })
  const about = [...customer.addressLines, customer.email]
  if (customer.taxId) about.push(say('taxId', { id: customer.taxId }))
  for (const line of about) {
    if (line) sheet.y = sheet.paragraph(line, sheet.left, sheet.y, width, { size: 9, color: COLOR.quiet })
  }
  sheet.y += 18
}

/** Notes may be of any length; they go on over pages line by line. */
function drawNotes(sheet: Sheet, label: string, notes: string): void {
  const style = { size: 9, color: COLOR.quiet } as const
  sheet.y += 16
  sheet.keep(3 * lineHeight(style.size))
  sheet.y = sheet.paragraph(label, sheet.left, sheet.y, sheet.width, { size: 9, weight: 'semibold' })
  for (const line of wrapText(notes, 'regular', style.size, sheet.width * 0.8)) {
    sheet.keep(lineHeight(style.size))
    sheet.y = sheet.lines([line], sheet.left, sheet.y, style)
  }
}
