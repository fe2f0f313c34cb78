import { exponentOf, isCurrency } from '../../lib/currencies.ts'
import { type Decimal, decimalOf, parseDecimal, roundToDigits, ZERO } from '../../lib/decimal.ts'
import type { EInvoiceContent, EInvoiceTax } from './einvoice.ts'

export type BrokenRule = {
  /** As EN 16931 numbers it: `BR-CO-15`. */
  readonly rule: string
  readonly field: string
  readonly stated: string
  readonly computed: string
}

const HUNDREDTH = parseDecimal('0.01')
const HALF = parseDecimal('0.5')
const ONE = parseDecimal('1')
const DEFAULT_EXPONENT = 2

/**
 * The rules on sums, BR-CO-10 to BR-CO-17, as the official schematron has them: exact after rounding to the currency,
 * except BR-CO-17, which lets a group's tax be off by less than one unit of currency (in CII, by up to one).
 * A rule whose total is not stated at all is not judged; an allowance, charge, prepaid or rounding total that is
 * not stated counts as zero.
 */
export function brokenSums(content: EInvoiceContent): BrokenRule[] {
  const { totals } = content
  const digits =
    content.currency && isCurrency(content.currency) ? exponentOf(content.currency) : DEFAULT_EXPONENT
  const broken: BrokenRule[] = []
  const expect = (rule: string, field: string, stated: Decimal | undefined, computed: Decimal) => {
    const rounded = roundTo(computed, digits)
    if (stated && stated.cmp(rounded) !== 0) broken.push({ rule, field, ...shown(stated, rounded) })
  }
  const {
    allowanceTotal = ZERO,
    chargeTotal = ZERO,
    taxTotal = ZERO,
    prepaid = ZERO,
    rounding = ZERO,
  } = totals
  const lines = sumOf(content.lines.map((line) => line.net))
  const allowances = sumOf(content.allowances.map((entry) => entry.amount))
  const charges = sumOf(content.charges.map((entry) => entry.amount))
  expect('BR-CO-10', 'totals.lineTotal', totals.lineTotal, lines)
  if (totals.lineTotal) {
    expect('BR-CO-11', 'totals.allowanceTotal', allowanceTotal, allowances)
    expect('BR-CO-12', 'totals.chargeTotal', chargeTotal, charges)
    const net = totals.lineTotal.minus(allowanceTotal).plus(chargeTotal)
    expect('BR-CO-13', 'totals.taxExclusive', totals.taxExclusive, net)
  }
  if (content.taxes.length > 0) {
    expect('BR-CO-14', 'totals.taxTotal', taxTotal, sumOf(content.taxes.map((each) => each.tax)))
  }
  if (content.taxTotalCount > 1) {
    broken.push({
      rule: 'BR-CO-15',
      field: 'totals.taxTotal',
      stated: `${content.taxTotalCount} tax totals`,
      computed: 'one',
    })
  } else if (totals.taxExclusive) {
    expect('BR-CO-15', 'totals.taxInclusive', totals.taxInclusive, totals.taxExclusive.plus(taxTotal))
  }
  if (totals.taxInclusive) {
    expect('BR-CO-16', 'totals.payable', totals.payable, totals.taxInclusive.minus(prepaid).plus(rounding))
  }
  content.taxes.forEach((tax, index) => {
    const breach = brokenTax(tax, digits, content.syntax === 'CII')
    if (breach) broken.push({ rule: 'BR-CO-17', field: `taxes[${index}].tax`, ...breach })
  })
  return broken
}

/**
 * That a category used by a line, allowance or charge is in the breakdown (BR-S-01, BR-E-01 …; once only, where it
 * has no rate of its own), and that reverse charge, exempt and the like bear no rate (BR-AE-05, BR-E-05 …).
 */
export function brokenTaxCategories(content: EInvoiceContent): BrokenRule[] {
  const used = [
    ...content.lines.map((line, index) => ({ ...line, field: `lines[${index}].taxCategory` })),
    ...content.allowances.map((entry, index) => ({ ...entry, field: `allowances[${index}].taxCategory` })),
    ...content.charges.map((entry, index) => ({ ...entry, field: `charges[${index}].taxCategory` })),
  ]
  return used.flatMap(({ taxCategory: category, taxRate, field }) => {
    if (category === undefined) return []
    const name = RULE_NAMES[category] ?? category
    const groups = content.taxes.filter((tax) => tax.category === category).length
    const broken: BrokenRule[] = []
    if (groups === 0 || (groups > 1 && ZERO_RATED.has(category))) {
      broken.push({
        rule: `BR-${name}-01`,
        field,
        stated: `${groups} groups of category ${category}`,
        computed: 'one',
      })
    }
    if (taxRate && ZERO_RATED.has(category) && taxRate.cmp(ZERO) !== 0) {
      broken.push({ rule: `BR-${name}-05`, field, stated: taxRate.toFixed(), computed: '0' })
    }
    return broken
  })
}

const ZERO_RATED = new Set(['Z', 'E', 'AE', 'K', 'G', 'O'])
const RULE_NAMES: Readonly<Record<string, string>> = { K: 'IC', L: 'AF', M: 'AG' }

function brokenTax(
  tax: EInvoiceTax,
  digits: number,
  isEdgeAllowed: boolean,
): { stated: string; computed: string } | undefined {
  if (!tax.tax || !tax.taxable) return undefined
  const rate = tax.rate ?? ZERO
  const computed = roundTo(tax.taxable.times(rate).times(HUNDREDTH), digits)
  const off = tax.tax.minus(computed).abs()
  const tolerance = rate.cmp(ZERO) === 0 ? HALF : ONE
  const isWithin = off.cmp(tolerance) < 0 || (isEdgeAllowed && off.cmp(ONE) === 0 && tolerance === ONE)
  return isWithin ? undefined : shown(tax.tax, computed)
}

function sumOf(amounts: readonly (Decimal | undefined)[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => (amount ? sum.plus(amount) : sum), ZERO)
}

function roundTo(value: Decimal, digits: number): Decimal {
  return decimalOf(roundToDigits(value, digits, 'half_up'), digits)
}

function shown(stated: Decimal, computed: Decimal): { stated: string; computed: string } {
  return { stated: stated.toFixed(), computed: computed.toFixed() }
}
