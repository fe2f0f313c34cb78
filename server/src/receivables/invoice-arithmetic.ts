/**
 * What an invoice comes to, by EN 16931 (BR-CO-10 to BR-CO-17), for invoices that this product makes.
 *
 * Rounding: half up, away from zero, to the currency's minor unit, at exactly these points: each line's quantity
 * times price, each allowance and charge, and each tax group's tax on the group's sum (never line by line).
 * Everything shown therefore adds up as shown.
 *
 * Beyond EN 16931, where prices hold their taxes (`areTaxesIncluded`), the tax of each rate is taken out of the
 * gross on its own: gross × rate ÷ (100 + rate). And a line may carry several rates, as GST and QST do.
 */
import type { Currency } from '../lib/currencies.ts'
import { type Decimal, parseDecimal, quotientToMinorUnits, ZERO } from '../lib/decimal.ts'
import { DomainError } from '../lib/errors.ts'
import { allocate, assertAmountInRange, roundToIncrement, sumAmounts, toDecimal } from '../lib/money.ts'

/** UNTDID 5305 as EN 16931 uses it. */
export type TaxCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O' | 'L' | 'M' | 'B'

/** `rate` is a percentage. Taxes of one category and rate are one group, unless their names differ (GST, QST). */
export type Tax = { readonly category: TaxCategory; readonly rate: Decimal; readonly name?: string }

/** In major units, before rounding; or a percentage of `base`, or of what it reduces or raises when none is given. */
export type Adjustment = { readonly amount: Decimal } | { readonly percent: Decimal; readonly base?: Decimal }

export type InvoiceLineInput = {
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  /** The price is for so many units (BT-149); 1 when not given. */
  readonly priceBaseQuantity?: Decimal
  readonly allowances?: readonly Adjustment[]
  readonly charges?: readonly Adjustment[]
  readonly taxes: readonly Tax[]
}

export type InvoiceInput = {
  readonly currency: Currency
  readonly areTaxesIncluded: boolean
  readonly lines: readonly InvoiceLineInput[]
  /** One without `taxes` is spread over the lines' taxes, in proportion to what they charge. */
  readonly allowances?: readonly (Adjustment & { readonly taxes?: readonly Tax[] })[]
  readonly charges?: readonly (Adjustment & { readonly taxes: readonly Tax[] })[]
  readonly shipping?: Adjustment & { readonly taxes: readonly Tax[] }
  readonly prepaid?: bigint
  /** What is due is rounded to the nearest multiple of so many minor units, as cash is in Switzerland (5n). */
  readonly roundingIncrement?: bigint
}

/** `net` is without taxes, `gross` with them; the one that was not entered is rounded by line, to be shown only. */
export type LineAmounts = { readonly net: bigint; readonly gross: bigint }
export type TaxAmounts = Tax & { readonly taxable: bigint; readonly tax: bigint }

/**
 * All in minor units. `subtotal`, `allowanceTotal`, `chargeTotal` and `shipping` are as entered (with taxes where they
 * are included): subtotal − allowanceTotal + chargeTotal + shipping is `taxExclusive`, or `total` where taxes are
 * included. EN 16931's sum of charges (BT-108) is chargeTotal + shipping. due = total − prepaid + rounding.
 */
export type InvoiceAmounts = {
  readonly lines: readonly LineAmounts[]
  readonly subtotal: bigint
  readonly allowanceTotal: bigint
  readonly chargeTotal: bigint
  readonly shipping: bigint
  readonly taxExclusive: bigint
  readonly taxes: readonly TaxAmounts[]
  readonly taxTotal: bigint
  readonly total: bigint
  readonly prepaid: bigint
  readonly rounding: bigint
  readonly due: bigint
}

export class InvoiceInputInvalid extends DomainError {
  readonly code = 'invoice_input_invalid'
  readonly status = 422
}

type Taxed = { readonly amount: bigint; readonly taxes: readonly Tax[] }

const ONE = parseDecimal('1')
const HUNDRED = parseDecimal('100')

export function computeInvoice(input: InvoiceInput): InvoiceAmounts {
  const { currency } = input
  const lines = input.lines.map((line, index) => ({
    amount: lineAmount(line, currency, index),
    taxes: line.taxes,
  }))
  const subtotal = sumAmounts(lines.map((line) => line.amount))
  const allowances = (input.allowances ?? []).map((entry) => ({
    ...entry,
    amount: adjust(entry, subtotal, currency),
  }))
  const charges = (input.charges ?? []).map((entry) => ({
    ...entry,
    amount: adjust(entry, subtotal, currency),
  }))
  const shipping = input.shipping ? adjust(input.shipping, subtotal, currency) : 0n
  const taxed = [
    ...lines,
    ...allowances.flatMap(({ amount, taxes }) =>
      taxes ? [{ amount: -amount, taxes }] : spread(-amount, lines),
    ),
    ...charges,
    ...(input.shipping ? [{ amount: shipping, taxes: input.shipping.taxes }] : []),
  ]
  const taxes = groupTaxes(taxed, input)
  const taxTotal = sumAmounts(taxes.map((group) => group.tax))
  const allowanceTotal = sumAmounts(allowances.map((entry) => entry.amount))
  const chargeTotal = sumAmounts(charges.map((entry) => entry.amount))
  const entered = subtotal - allowanceTotal + chargeTotal + shipping
  const total = input.areTaxesIncluded ? entered : entered + taxTotal
  const prepaid = input.prepaid ?? 0n
  const rounding = input.roundingIncrement ? cashRounding(total - prepaid, input.roundingIncrement) : 0n
  const sums = { subtotal, allowanceTotal, chargeTotal, shipping, taxTotal, total, prepaid, rounding }
  for (const amount of Object.values(sums)) assertAmountInRange(amount)
  return {
    ...sums,
    lines: lines.map((line) => lineAmounts(line, input)),
    taxExclusive: total - taxTotal,
    taxes,
    due: assertAmountInRange(total - prepaid + rounding),
  }
}

/** What must be added to an amount to make it payable in coins: -1n for 10.01 CHF by 5n. */
export function cashRounding(amount: bigint, increment: bigint): bigint {
  return roundToIncrement(amount, increment) - amount
}

function lineAmount(line: InvoiceLineInput, currency: Currency, index: number): bigint {
  const per = line.priceBaseQuantity ?? ONE
  if (per.cmp(ZERO) <= 0) {
    throw invalid('A price cannot be for zero or fewer units.', `lines[${index}].price_base_quantity`)
  }
  const price = quotientToMinorUnits(line.quantity.times(line.unitPrice), per, currency, 'half_up')
  const allowances = (line.allowances ?? []).map((entry) => adjust(entry, price, currency))
  const charges = (line.charges ?? []).map((entry) => adjust(entry, price, currency))
  return assertAmountInRange(price - sumAmounts(allowances) + sumAmounts(charges), `lines[${index}]`)
}

function adjust(entry: Adjustment, of: bigint, currency: Currency): bigint {
  if ('amount' in entry) return quotientToMinorUnits(entry.amount, ONE, currency, 'half_up')
  const base = entry.base ?? toDecimal(of, currency)
  return quotientToMinorUnits(base.times(entry.percent), HUNDRED, currency, 'half_up')
}

/**
 * Shares a reduction that names no tax among the sets of taxes that the lines carry. Only lines of the subtotal's
 * sign have a share: a discount is on what is charged, not on what the same invoice gives back.
 */
function spread(amount: bigint, lines: readonly Taxed[]): Taxed[] {
  const isNegative = sumAmounts(lines.map((line) => line.amount)) < 0n
  const sets = new Map<string, { taxes: readonly Tax[]; weight: bigint }>()
  for (const { amount: lineNet, taxes } of lines) {
    const key = taxes.map(groupKey).sort().join('\n')
    const set = sets.get(key) ?? { taxes, weight: 0n }
    sets.set(key, { taxes, weight: set.weight + (isNegative ? -lineNet : lineNet) })
  }
  const shares = [...sets.values()].filter((set) => set.weight > 0n)
  if (amount === 0n || sets.size === 0) return []
  if (shares.length === 0) {
    throw invalid('The lines come to nothing, so an allowance must name its taxes.', 'allowances')
  }
  const parts = allocate(
    amount,
    shares.map((set) => set.weight),
  )
  return shares.map(({ taxes }, index) => ({ taxes, amount: parts[index] ?? 0n }))
}

function groupTaxes(taxed: readonly Taxed[], input: InvoiceInput): TaxAmounts[] {
  const groups = new Map<string, { tax: Tax; amount: bigint }>()
  for (const { amount, taxes } of taxed) {
    for (const tax of taxes) {
      if (tax.rate.cmp(ZERO) < 0) throw invalid('A tax rate cannot be negative.', 'taxes')
      const key = groupKey(tax)
      groups.set(key, { tax, amount: amount + (groups.get(key)?.amount ?? 0n) })
    }
  }
  return [...groups.values()].map(({ tax, amount }) => {
    const due = taxOn(amount, tax, input)
    return { ...tax, taxable: input.areTaxesIncluded ? amount - due : amount, tax: due }
  })
}

function taxOn(amount: bigint, tax: Tax, input: InvoiceInput): bigint {
  const whole = input.areTaxesIncluded ? HUNDRED.plus(tax.rate) : HUNDRED
  return quotientToMinorUnits(
    toDecimal(amount, input.currency).times(tax.rate),
    whole,
    input.currency,
    'half_up',
  )
}

function lineAmounts(line: Taxed, input: InvoiceInput): LineAmounts {
  const tax = sumAmounts(line.taxes.map((each) => taxOn(line.amount, each, input)))
  if (input.areTaxesIncluded) return { net: line.amount - tax, gross: line.amount }
  return { net: line.amount, gross: line.amount + tax }
}

function groupKey(tax: Tax): string {
  return `${tax.category} ${tax.rate.toFixed()} ${tax.name ?? ''}`
}

function invalid(what: string, field: string): InvoiceInputInvalid {
  return new InvoiceInputInvalid(`${what} Nothing was changed; correct the invoice and send it again.`, {
    field,
  })
}
