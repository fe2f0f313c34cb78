import { drawQrCode } from './draw-qr-code.ts'
import type { Figures } from './figures.ts'
import type { InvoiceDocument } from './invoice-document.ts'
import { widthOf } from './shape-text.ts'
import { baseline, COLOR, lineHeight, type Sheet, sizeToFit, type TextStyle } from './sheet.ts'
import type { Say } from './words.ts'
import { fitLine } from './wrap-text.ts'

const PADDING = 18
const QR_SIDE = 104
const BUTTON_HEIGHT = 34

/** What the panel shows of a paper; `label` and `saying` where they are other than an invoice's. */
export type AmountDue = Pick<
  InvoiceDocument,
  'title' | 'due' | 'dueOn' | 'seller' | 'payUrl' | 'status' | 'refunded'
> & { readonly label?: string; readonly saying?: string }

/** What is owed, the largest thing on the paper, and the two ways from here to paying it: a button and a code. */
export function drawAmountDue(sheet: Sheet, say: Say, figures: Figures, invoice: AmountDue): void {
  const payUrl = invoice.status === undefined ? invoice.payUrl : undefined
  const height = payUrl === undefined ? 104 : 2 * PADDING + QR_SIDE + 16
  sheet.keep(height)
  const top = sheet.y
  sheet.pdf.roundedRect(sheet.left, top, sheet.width, height, 8).fill(COLOR.panel)
  const x = sheet.left + PADDING
  const width = sheet.width - 2 * PADDING - (payUrl === undefined ? 0 : QR_SIDE + PADDING)
  const isCredit = invoice.title === 'credit_note'
  sheet.text(
    invoice.label ?? say(isCredit ? 'amountCredited' : 'amountDue'),
    x,
    top + PADDING + baseline(10),
    {
      size: 10,
      color: COLOR.quiet,
    },
  )
  const amount = figures.money(invoice.due)
  const size = sizeToFit(amount, 30, width)
  sheet.text(amount, x, top + PADDING + 44, { size, weight: 'semibold' })
  const under = top + PADDING + 52
  const saying = sayingUnder(say, figures, invoice)
  if (saying) {
    sheet.text(fitLine(saying, 'regular', 10, width), x, under + baseline(10), {
      size: 10,
      color: COLOR.quiet,
    })
  }
  if (payUrl !== undefined) drawWaysToPay(sheet, say, payUrl, amount, x, under + 24, width)
  if (invoice.status !== undefined)
    drawStamp(sheet, say(isCredit ? 'creditVoid' : invoice.status), invoice.status, top + PADDING)
  sheet.y = top + height + 20
}

function sayingUnder(say: Say, figures: Figures, invoice: AmountDue): string | undefined {
  if (invoice.saying !== undefined) return invoice.saying
  if (invoice.title === 'credit_note')
    return say(invoice.status === 'void' ? 'creditVoidSentence' : 'creditSentence')
  if (invoice.status === 'paid') return say('paidSentence')
  if (invoice.status === 'refunded')
    return say('refundedSentence', { amount: figures.money(invoice.refunded ?? 0n) })
  if (invoice.status === 'void') return say('voidSentence', { seller: invoice.seller.name })
  if (invoice.status === 'closed') return say('closedSentence', { seller: invoice.seller.name })
  return invoice.dueOn === undefined ? undefined : say('dueOn', { date: figures.day(invoice.dueOn) })
}

function drawWaysToPay(
  sheet: Sheet,
  say: Say,
  url: string,
  amount: string,
  x: number,
  y: number,
  width: number,
): void {
  const name = say('pay', { amount })
  const address = linkAddress(url)
  const buttonWidth = Math.min(width, Math.max(150, widthOf(name, 'semibold', 12) + 44))
  const style: TextStyle = {
    size: sizeToFit(name, 12, buttonWidth - 16),
    weight: 'semibold',
    color: COLOR.onAccent,
  }
  sheet.pdf.roundedRect(x, y, buttonWidth, BUTTON_HEIGHT, 6).fill(COLOR.accent)
  const middle = y + (BUTTON_HEIGHT - lineHeight(style.size)) / 2 + baseline(style.size)
  sheet.text(name, x + buttonWidth / 2, middle, { ...style, align: 'center' })
  // The annotation's words are what a screen reader says for the button.
  sheet.pdf.link(x, y, buttonWidth, BUTTON_HEIGHT, address, { Contents: Object(name) as string })
  const host = say('payAt', { host: new URL(address).host })
  sheet.text(fitLine(host, 'regular', 8, width), x, y + BUTTON_HEIGHT + 13, { size: 8, color: COLOR.quiet })
  const qrX = sheet.right - PADDING - QR_SIDE
  const qrY = sheet.y + PADDING
  drawQrCode(sheet, address, qrX, qrY, QR_SIDE)
  sheet.pdf.link(qrX, qrY, QR_SIDE, QR_SIDE, address, { Contents: Object(name) as string })
  const caption = { size: 8, color: COLOR.quiet, align: 'center' } as const
  sheet.text(say('scanToPay'), qrX + QR_SIDE / 2, qrY + QR_SIDE + 11, caption)
}

/** Only a web address may stand behind a button that asks for money. */
function linkAddress(url: string): string {
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    throw new TypeError('a payment link must be a web address')
  }
  return /^[\x21-\x7e]+$/.test(url) ? url : parsed.href
}

function drawStamp(
  sheet: Sheet,
  word: string,
  status: 'paid' | 'refunded' | 'void' | 'closed',
  top: number,
): void {
  const isOff = status === 'void' || status === 'closed'
  const color = isOff ? COLOR.alert : COLOR.accent
  const width = widthOf(word, 'semibold', 14) + 50
  const x = sheet.right - PADDING - width
  sheet.pdf.lineWidth(1.5).roundedRect(x, top, width, 32, 6).stroke(color)
  const mark = sheet.pdf.lineWidth(2.2).lineCap('round').lineJoin('round')
  const [left, middle] = [x + 15, top + 16]
  if (!isOff)
    mark
      .moveTo(left, middle)
      .lineTo(left + 4, middle + 5)
      .lineTo(left + 12, middle - 5)
  else
    mark
      .moveTo(left, middle - 5)
      .lineTo(left + 10, middle + 5)
      .moveTo(left + 10, middle - 5)
      .lineTo(left, middle + 5)
  mark.stroke(color)
  const style = { size: 14, weight: 'semibold', color } as const
  sheet.text(word, left + 20, top + 16 - lineHeight(14) / 2 + baseline(14), style)
}
