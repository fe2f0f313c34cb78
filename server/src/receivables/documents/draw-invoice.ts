import { drawAmountDue } from './draw-amount-due.ts'
import { drawFeet } from './draw-foot.ts'
import { drawHeading, type Fact, withReadableLogo } from './draw-heading.ts'
import { drawLineTable } from './draw-line-table.ts'
import { drawTotals, totalsOf } from './draw-totals.ts'
import { type Figures, figuresFor } from './figures.ts'
import type { InvoiceDocument } from './invoice-document.ts'
import { COLOR, lineHeight, Sheet, type SheetOptions } from './sheet.ts'
import { documentWordsFor, type Say } from './words.ts'

export function invoiceSheetOptions(invoice: InvoiceDocument): SheetOptions {
  return {
    locale: invoice.locale,
    title: `${titleOf(documentWordsFor(invoice), invoice)} · ${invoice.seller.name}`,
    author: invoice.seller.name,
    date: new Date(`${invoice.issuedOn}T00:00:00Z`),
  }
}

/** Top to bottom as a payer reads: from whom, how much and how to pay, for what, and how it sums up. */
export function drawInvoice(sheet: Sheet, invoice: InvoiceDocument): void {
  const say = documentWordsFor(invoice)
  const figures = figuresFor(invoice.locale, invoice.currency)
  const title = titleOf(say, invoice)
  drawHeading(sheet, say, invoice.seller, title, factsOf(say, figures, invoice))
  drawAmountDue(sheet, say, figures, invoice)
  drawLineTable(sheet, say, figures, invoice)
  drawTotals(sheet, totalsOf(say, figures, invoice))
  if (invoice.notes)
    drawNotes(sheet, say(invoice.title === 'credit_note' ? 'reason' : 'notes'), invoice.notes)
  drawFeet(sheet, say, invoice.seller, title)
}

export async function renderInvoice(invoice: InvoiceDocument): Promise<Uint8Array> {
  return withReadableLogo(invoice, async (drawn) => {
    const sheet = new Sheet(invoiceSheetOptions(drawn))
    drawInvoice(sheet, drawn)
    return sheet.finish()
  })
}

function titleOf(say: Say, invoice: InvoiceDocument): string {
  return say('titleWithNumber', { title: say(invoice.title), number: invoice.number })
}

function factsOf(say: Say, figures: Figures, invoice: InvoiceDocument): Fact[] {
  const { customer, dueOn, orderReference, corrects } = invoice
  const isCredit = invoice.title === 'credit_note'
  const facts: Fact[] = [
    { label: say(isCredit ? 'creditIssued' : 'issued'), lines: [figures.day(invoice.issuedOn)] },
  ]
  if (dueOn !== undefined) facts.push({ label: say('due'), lines: [figures.day(dueOn)] })
  if (corrects) facts.push({ label: say('corrects'), lines: [corrects] })
  if (orderReference) facts.push({ label: say('orderReference'), lines: [orderReference] })
  const taxId = customer.taxId ? say('taxId', { id: customer.taxId }) : undefined
  const lines = [customer.name, ...customer.addressLines, customer.email, taxId]
  facts.push({ label: say(isCredit ? 'creditedTo' : 'billedTo'), lines, isName: true })
  return facts
}

/** Notes may be of any length; they go on over pages line by line. */
function drawNotes(sheet: Sheet, label: string, notes: string): void {
  sheet.y += 16
  sheet.keep(3 * lineHeight(9))
  sheet.paragraph(label, sheet.left, sheet.width, { size: 9, weight: 'semibold' })
  sheet.paragraph(notes, sheet.left, sheet.width * 0.8, { size: 9, color: COLOR.quiet })
}
