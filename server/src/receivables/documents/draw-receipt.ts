import { drawFeet } from './draw-foot.ts'
import { drawHeading, type Fact } from './draw-heading.ts'
import { drawTotals, type Total } from './draw-totals.ts'
import { type Figures, figuresFor } from './figures.ts'
import type { ReceiptDocument } from './receipt-document.ts'
import { baseline, COLOR, Sheet, sizeToFit } from './sheet.ts'
import { documentWordsIn, type Say } from './words.ts'
import { fitLine } from './wrap-text.ts'

const PANEL_HEIGHT = 96
const PADDING = 18

/** What a payer keeps: how much was paid, when, how, for what, and what was given back since. */
export async function renderReceipt(receipt: ReceiptDocument): Promise<Uint8Array> {
  const say = documentWordsIn(receipt.locale)
  const title = say('titleWithNumber', { title: say('receipt'), number: receipt.number })
  const sheet = new Sheet({
    locale: receipt.locale,
    title: `${title} · ${receipt.seller.name}`,
    author: receipt.seller.name,
    date: new Date(receipt.paidAt),
  })
  drawReceipt(sheet, receipt, say, title)
  return sheet.finish()
}

function drawReceipt(sheet: Sheet, receipt: ReceiptDocument, say: Say, title: string): void {
  const figures = figuresFor(receipt.locale, receipt.currency)
  drawHeading(sheet, say, receipt.seller, say('receipt'), factsOf(receipt, say))
  drawAmountPaid(sheet, say, figures, receipt)
  drawTotals(sheet, totalsOf(say, figures, receipt))
  drawFeet(sheet, say, receipt.seller, title)
}

function factsOf(receipt: ReceiptDocument, say: Say): Fact[] {
  const { payer, method, statementDescriptor } = receipt
  const facts: Fact[] = [[say('receiptNumber'), receipt.number]]
  const paidBy = [payer.name, payer.email].filter(Boolean).join('\n')
  if (paidBy) facts.push([say('paidBy'), paidBy])
  const { brand, last4 } = method
  facts.push([say('method'), last4 ? say('methodEnding', { brand, last4 }) : brand])
  if (statementDescriptor) facts.push([say('onStatement'), statementDescriptor])
  return facts
}

function drawAmountPaid(sheet: Sheet, say: Say, figures: Figures, receipt: ReceiptDocument): void {
  const x = sheet.left + PADDING
  const top = sheet.y
  const width = sheet.width - 2 * PADDING
  const amount = figures.money(receipt.amount)
  const size = sizeToFit(amount, 30, width)
  const paidOn = say('paidOn', { date: figures.moment(receipt.paidAt, receipt.timeZone) })
  sheet.pdf.roundedRect(sheet.left, top, sheet.width, PANEL_HEIGHT, 8).fill(COLOR.panel)
  sheet.text(say('amountPaid'), x, top + PADDING + baseline(10), { size: 10, color: COLOR.quiet })
  sheet.text(amount, x, top + PADDING + 42, { size, weight: 'semibold', color: COLOR.accent })
  const small = { size: 10, color: COLOR.quiet } as const
  sheet.text(fitLine(paidOn, 'regular', 10, width), x, top + PADDING + 48 + baseline(10), small)
  sheet.y = top + PANEL_HEIGHT + 12
}

function totalsOf(say: Say, figures: Figures, receipt: ReceiptDocument): Total[] {
  const { money, dayOf } = figures
  const totals: Total[] = receipt.appliedTo.map(({ label, amount }) => ({ label, amount: money(amount) }))
  totals.push({ label: say('amountPaid'), amount: money(receipt.amount), isSum: true })
  let kept = receipt.amount
  for (const { at, amount } of receipt.refunds) {
    kept -= amount
    totals.push({ label: say('refundedOn', { date: dayOf(at, receipt.timeZone) }), amount: money(-amount) })
  }
  if (receipt.refunds.length > 0)
    totals.push({ label: say('keptAfterRefunds'), amount: money(kept), isSum: true })
  return totals
}
