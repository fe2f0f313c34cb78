import { drawAmountDue } from './draw-amount-due.ts'
import { drawFeet } from './draw-foot.ts'
import { drawHeading, type Fact, withReadableLogo } from './draw-heading.ts'
import { drawTable } from './draw-line-table.ts'
import { drawTotals, type Total } from './draw-totals.ts'
import { type Figures, figuresFor } from './figures.ts'
import { Sheet } from './sheet.ts'
import type { StatementDocument } from './statement-document.ts'
import { type StatementSay, statementWordsFor } from './statement-words.ts'
import { documentWordsFor } from './words.ts'

/** What a customer owes and why: how much is pending and how to pay it, what it is made of, and how late it is. */
export async function renderStatement(statement: StatementDocument): Promise<Uint8Array> {
  return withReadableLogo(statement, async (drawn) => {
    const told = statementWordsFor(drawn)
    const figures = figuresFor(drawn.locale, drawn.currency)
    const isList = drawn.kind === 'invoice_list'
    const title = isList
      ? told('listTitle', { count: drawn.rows.length })
      : told('title', { date: figures.day(drawn.asOf) })
    const sheet = new Sheet({
      locale: drawn.locale,
      title: `${title} · ${drawn.seller.name}`,
      author: drawn.seller.name,
      date: new Date(`${drawn.madeOn}T00:00:00Z`),
    })
    const say = documentWordsFor(drawn)
    drawHeading(sheet, say, drawn.seller, told(isList ? 'list' : 'statement'), factsOf(told, figures, drawn))
    drawAmountDue(sheet, say, figures, {
      title: 'invoice',
      due: drawn.pending,
      seller: drawn.seller,
      payUrl: drawn.pending > 0n ? drawn.payUrl : undefined,
      label: told(isList ? 'toPay' : 'pending'),
      saying:
        drawn.pending > 0n ? told('pendingOn', { date: figures.day(drawn.madeOn) }) : told('nothingOwed'),
    })
    drawTable(sheet, headsOf(told, drawn), rowsOf(told, figures, drawn))
    drawTotals(sheet, totalsOf(told, figures, drawn))
    if (drawn.balance !== 0n && drawn.buckets.length > 0) drawAging(sheet, told, figures, drawn)
    drawFeet(sheet, say, drawn.seller, title)
    return sheet.finish()
  })
}

function factsOf(told: StatementSay, figures: Figures, statement: StatementDocument): Fact[] {
  const { customer, from, asOf, kind } = statement
  const facts: Fact[] = [{ label: told('date'), lines: [figures.day(asOf)] }]
  if (from !== undefined)
    facts.push({
      label: told('period'),
      lines: [told('fromTo', { from: figures.day(from), to: figures.day(asOf) })],
    })
  if (kind !== 'invoice_list') facts.push({ label: told('kind'), lines: [told(kind)] })
  const lines = [customer.name, ...customer.addressLines, customer.email]
  facts.push({ label: told('customer'), lines, isName: true })
  return facts
}

/** Whether its lines are invoices with what is open of each; else what moved, and the balance with it. */
function isOfItems(kind: StatementDocument['kind']): boolean {
  return kind === 'open_items' || kind === 'invoice_list'
}

function headsOf(told: StatementSay, { kind, currency }: StatementDocument): string[] {
  return isOfItems(kind)
    ? [told('document'), told('issued'), told('due'), told('total'), told('openIn', { currency })]
    : [told('what'), told('day'), told('amount'), told('balanceIn', { currency })]
}

function rowsOf(told: StatementSay, figures: Figures, statement: StatementDocument): string[][] {
  const { kind, rows, from, opening } = statement
  if (isOfItems(kind))
    return rows.map((row) => [
      told(row.type, { label: row.label }),
      figures.day(row.day),
      row.dueOn === undefined ? '' : figures.day(row.dueOn),
      figures.plainMoney(row.amount),
      figures.plainMoney(row.balance),
    ])
  const moved = rows.map((row) => [
    told(row.type, { label: row.label }),
    figures.day(row.day),
    figures.plainMoney(row.amount),
    figures.plainMoney(row.balance),
  ])
  if (from === undefined) return moved
  return [[told('opening'), figures.day(from), '', figures.plainMoney(opening)], ...moved]
}

function totalsOf(told: StatementSay, figures: Figures, statement: StatementDocument): Total[] {
  const { money, day } = figures
  const { balance, pending, inFlight, unapplied, asOf } = statement
  const label = statement.kind === 'invoice_list' ? told('total') : told('balanceOn', { date: day(asOf) })
  const totals: Total[] = [{ label, amount: money(balance), isSum: pending === balance }]
  if (pending !== balance) {
    totals.push({ label: told('since'), amount: money(pending - balance) })
    totals.push({ label: told('pending'), amount: money(pending), isSum: true })
  }
  if (inFlight !== 0n) totals.push({ label: told('inFlight'), amount: money(inFlight) })
  if (unapplied !== 0n) totals.push({ label: told('unapplied'), amount: money(unapplied) })
  return totals
}

function drawAging(sheet: Sheet, told: StatementSay, figures: Figures, { buckets }: StatementDocument): void {
  sheet.y += 22
  drawTable(
    sheet,
    [told('aging'), ...buckets.map(({ bucket }) => told(bucket))],
    [[told('open'), ...buckets.map(({ open }) => figures.plainMoney(open))]],
  )
}
