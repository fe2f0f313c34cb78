import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import { receiptWords } from './words.ts'

/** What a request that is its own document is for. Amounts are text of minor units, since it is kept as JSON. */
export interface PayableDetail {
  title: string | null
  /** the three together are what is due. */
  breakdown: Breakdown | null
  /** the whole that it is a part of; `percent` is decimal text where the part is one. */
  partOf: { label: string | null; total: string; percent: string | null } | null
}

interface Breakdown {
  subtotal: string
  tax: string
  shipping: string
}

/** `Deposit of 30% of $1,200.00`, or null where it is asked for whole. */
export function partSentence(
  detail: PayableDetail | null | undefined,
  currency: string,
  locale: string,
): string | null {
  if (!detail?.partOf) return null
  const say = receiptWords(locale)
  const { label, total, percent } = detail.partOf
  const facts = {
    label: label ?? say('deposit'),
    total: formatMoney(BigInt(total), currency as Currency, locale),
  }
  return percent === null
    ? say('part_of_total', facts)
    : say('part_by_percent', { ...facts, percent: percentText(percent, locale) })
}

/** The three amounts with their names, in the order in which they are summed; nothing where there is no breakdown. */
export function breakdownRows(
  detail: PayableDetail | null | undefined,
  locale: string,
): { label: string; amount: bigint }[] {
  if (!detail?.breakdown) return []
  const say = receiptWords(locale)
  const { subtotal, tax, shipping } = detail.breakdown
  return [
    { label: say('subtotal'), amount: BigInt(subtotal) },
    { label: say('tax'), amount: BigInt(tax) },
    { label: say('shipping'), amount: BigInt(shipping) },
  ]
}

/** Exact: the decimal text itself is formatted, never a binary fraction of it. */
function percentText(percent: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(
    `${percent}e-2` as Intl.StringNumericLiteral,
  )
}
