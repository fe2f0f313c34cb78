import type { Figures } from './figures.ts'
import type { InvoiceDocument, TaxTotal } from './invoice-document.ts'
import { widthOf } from './shape-text.ts'
import { baseline, COLOR, lineHeight, type Sheet } from './sheet.ts'
import type { Say } from './words.ts'
import { wrapText } from './wrap-text.ts'

export type Total = { readonly label: string; readonly amount: string; readonly isSum?: boolean }

const SIZE = 9
const SUM_SIZE = 11
const GAP = 20

export function totalsOf(say: Say, figures: Figures, invoice: InvoiceDocument): Total[] {
  const { money } = figures
  const totals: Total[] = [{ label: say('subtotal'), amount: money(invoice.subtotal) }]
  for (const { label, amount } of invoice.allowances ?? []) totals.push({ label, amount: money(-amount) })
  for (const { label, amount } of invoice.charges ?? []) totals.push({ label, amount: money(amount) })
  if (invoice.shipping) totals.push({ label: say('shipping'), amount: money(invoice.shipping) })
  for (const tax of invoice.taxes)
    totals.push({ label: taxLabel(say, figures, tax), amount: money(tax.amount) })
  totals.push({ label: say('total'), amount: money(invoice.total), isSum: true })
  const { refunded = 0n, reduced = 0n } = invoice
  if (invoice.paid === 0n && refunded === 0n && invoice.due === invoice.total) return totals
  if (invoice.paid !== 0n) totals.push({ label: say('alreadyPaid'), amount: money(-invoice.paid) })
  if (refunded !== 0n) totals.push({ label: say('refunded'), amount: money(refunded) })
  if (reduced !== 0n) totals.push({ label: say('credited'), amount: money(-reduced) })
  totals.push({ label: say('amountDue'), amount: money(invoice.due), isSum: true })
  return totals
}

function taxLabel(say: Say, figures: Figures, { label, rate, taxable }: TaxTotal): string {
  const name = label ?? (rate === undefined ? say('tax') : say('taxAtRate', { rate: figures.percent(rate) }))
  return taxable === undefined ? name : say('taxOn', { tax: name, taxable: figures.money(taxable) })
}

/** Sums on the right half, together on one page as long as a page can hold them. */
export function drawTotals(sheet: Sheet, totals: readonly Total[]): void {
  const rows = totals.map((total) => {
    const size = total.isSum ? SUM_SIZE : SIZE
    const weight = total.isSum ? 'semibold' : 'regular'
    const amountWidth = widthOf(total.amount, weight, size)
    const labelWidth = Math.max(120, sheet.width * 0.55 - amountWidth - GAP)
    const lines = wrapText(total.label, weight, size, labelWidth)
    return {
      ...total,
      size,
      weight,
      lines,
      height: lines.length * lineHeight(size) + (total.isSum ? 12 : 5),
    } as const
  })
  sheet.y += 12
  sheet.keep(rows.reduce((sum, { height }) => sum + height, 0))
  const x = sheet.right - sheet.width * 0.55
  for (const { lines, amount, size, weight, height, isSum } of rows) {
    sheet.keep(height)
    if (isSum) sheet.rule(sheet.y + 2, x, sheet.right - x)
    const top = sheet.y + (isSum ? 6 : 2)
    const color = isSum ? COLOR.ink : COLOR.quiet
    sheet.lines(lines, x, top, { size, weight, color })
    sheet.text(amount, sheet.right, top + baseline(size), { size, weight, align: 'right' })
    sheet.y += height
  }
}
