import { sumAmounts } from '../../lib/money.ts'
import { drawFeet } from './draw-foot.ts'
import { drawHeading, type Fact, withReadableLogo } from './draw-heading.ts'
import { drawTotals, type Total } from './draw-totals.ts'
import { type Figures, figuresFor } from './figures.ts'
import type { ReceiptDocument } from './receipt-document.ts'
import { baseline, COLOR, Sheet, sizeToFit } from './sheet.ts'
import { documentWordsFor, type Say } from './words.ts'
import { fitLine } from './wrap-text.ts'

const PANEL_HEIGHT = 104
const PADDING = 18

/** What a payer keeps: how much was paid, when, how, for what, and what was given back since. */
export async function renderReceipt(receipt: ReceiptDocument): Promise<Uint8Array> {
  return withReadableLogo(receipt, async (drawn) => {
    const say = documentWordsFor(drawn)
    const title = say('titleWithNumber', { title: say('receipt'), number: drawn.number })
    const sheet = new Sheet({
      locale: drawn.locale,
      title: `${title} · ${drawn.seller.name}`,
      author: drawn.seller.name,
      date: new Date(drawn.paidAt),
    })
    drawReceipt(sheet, drawn, say, title)
    return sheet.finish()
  })
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
  const facts: Fact[] = [{ label: say('receiptNumber'), lines: [receipt.number] }]
  if (payer.name || payer.email) facts.push({ label: say('paidBy'), lines: [payer.name, payer.email] })
  const { brand, last4 } = method
  facts.push({ label: say('method'), lines: [last4 ? say('methodEnding', { brand, last4 }) : brand] })
  if (statementDescriptor) facts.push({ label: say('onStatement'), lines: [statementDescriptor] })
  return facts
}

function drawAmountPaid(sheet: Sheet, say: Say, figures: Figures, receipt: ReceiptDocument): void {
  sheet.keep(PANEL_HEIGHT)
  const x = sheet.left + PADDING
  const top = sheet.y
  const width = sheet.width - 2 * PADDING
  const amount = figures.money(receipt.amount)
  const size = sizeToFit(amount, 30, width)
  const paidOn = say('paidOn', { date: figures.moment(receipt.paidAt, receipt.timeZone) })
  sheet.pdf.roundedRect(sheet.left, top, sheet.width, PANEL_HEIGHT, 8).fill(COLOR.panel)
  sheet.text(say('amountPaid'), x, top + PADDING + baseline(10), { size: 10, color: COLOR.quiet })
  sheet.text(amount, x, top + PADDING + 44, { size, weight: 'semibold', color: COLOR.accent })
  const small = { size: 10, color: COLOR.quiet } as const
  sheet.text(fitLine(paidOn, 'regular', 10, width), x, top + PADDING + 52 + baseline(10), small)
  sheet.y = top + PANEL_HEIGHT + 12
}

function totalsOf(say: Say, figures: Figures, receipt: ReceiptDocument): Total[] {
  const { money, dayOf } = figures
  const totals: Total[] = receipt.appliedTo.map(({ label, amount }) => ({ label, amount: money(amount) }))
  if (totals.length > 0) totals.unshift({ label: say('appliedTo'), amount: '' })
  totals.push({ label: say('amountPaid'), amount: money(receipt.amount), isSum: true })
  for (const { at, amount } of receipt.refunds) {
    totals.push({ label: say('refundedOn', { date: dayOf(at, receipt.timeZone) }), amount: money(-amount) })
  }
  if (receipt.refunds.length > 0)
    totals.push({
      label: say('keptAfterRefunds'),
      amount: money(sumAmounts([receipt.amount, ...receipt.refunds.map(({ amount }) => -amount)])),
      isSum: true,
    })
  return totals
}
