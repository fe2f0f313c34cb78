import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import type { Currency } from '../lib/currencies.ts'
import { decimalOf, divideRounded, parseDecimal } from '../lib/decimal.ts'
import { absolute, parseAmount, sumAmounts, toDecimalString } from '../lib/money.ts'
import {
  type Adjustment,
  cashRounding,
  computeInvoice,
  type InvoiceAmounts,
  type InvoiceInput,
  type Tax,
} from './invoice-arithmetic.ts'

const d = (text: string) => parseDecimal(text)
const EUR = 'EUR' as Currency
const standard = (rate: string): Tax => ({ category: rate === '0' ? 'Z' : 'S', rate: d(rate) })
const plain = (lines: InvoiceInput['lines'], more: Partial<InvoiceInput> = {}): InvoiceAmounts =>
  computeInvoice({ currency: EUR, areTaxesIncluded: false, lines, ...more })
const line = (quantity: string, unitPrice: string, ...rates: string[]) => ({
  quantity: d(quantity),
  unitPrice: d(unitPrice),
  taxes: rates.map(standard),
})

type Case = {
  id: string
  inclusive: boolean
  lines: { qty: string; price: string; tax?: string | string[]; line_discount_amount?: string }[]
  invoice_discount_amount?: string
  invoice_discount_percent?: string
  surcharge?: string
  invoice_tax?: string
  expect: Record<string, string>
  cases?: { total: string; rounded: string }[]
}

/** In this scenario a tax of the invoice is a tax that every line and charge carries too. */
function inputOf(given: Case): InvoiceInput {
  const onAll = given.invoice_tax ? [standard(given.invoice_tax)] : []
  const allowance: Adjustment[] = []
  if (given.invoice_discount_amount) allowance.push({ amount: d(given.invoice_discount_amount) })
  if (given.invoice_discount_percent) allowance.push({ percent: d(given.invoice_discount_percent) })
  return {
    currency: 'USD' as Currency,
    areTaxesIncluded: given.inclusive,
    lines: given.lines.map((item) => ({
      quantity: d(item.qty),
      unitPrice: d(item.price),
      allowances: item.line_discount_amount ? [{ amount: d(item.line_discount_amount) }] : [],
      taxes: [...[item.tax ?? []].flat().map(standard), ...onAll],
    })),
    allowances: allowance,
    charges: given.surcharge ? [{ amount: d(given.surcharge.split(' ')[0] ?? ''), taxes: onAll }] : [],
  }
}

describeWithSharedData('the invoice arithmetic scenario', 'scenarios/invoice-arithmetic.give.json', () => {
  const { cases } = sharedJson<{ cases: Case[] }>('scenarios/invoice-arithmetic.give.json')

  test.each(cases)('$id', (given) => {
    for (const { total, rounded } of given.cases ?? []) {
      const chf = (text: string) => parseAmount(text, 'CHF' as Currency)
      expect(chf(total) + cashRounding(chf(total), 5n)).toBe(chf(rounded))
    }
    if (!given.lines) return
    const amounts = computeInvoice(inputOf(given))
    const found: Record<string, bigint | undefined> = {
      total: amounts.total,
      tax: amounts.taxTotal,
      subtotal: amounts.subtotal,
      line_net: amounts.lines[0]?.net,
      line_gross: amounts.lines[0]?.gross,
    }
    for (const [name, wanted] of Object.entries(given.expect)) {
      expect(toDecimalString(found[name] ?? 0n, 'USD' as Currency), name).toBe(wanted)
    }
  })
})

describe('the sums of EN 16931', () => {
  test('tax is rounded once per group, not per line', () => {
    const amounts = plain([
      line('1', '0.99', '7'),
      line('1', '0.99', '7'),
      line('1', '0.99', '7'),
      line('1', '5', '0'),
    ])
    expect(amounts.taxes.map(({ taxable, tax }) => [taxable, tax])).toEqual([
      [297n, 21n],
      [500n, 0n],
    ])
    expect(amounts).toMatchObject({ subtotal: 797n, taxTotal: 21n, total: 818n, due: 818n })
  })

  test('25 and 25.00 percent are one rate; two names are two taxes', () => {
    expect(plain([line('1', '10', '25'), line('1', '10', '25.00')]).taxes).toHaveLength(1)
    const both = [
      { ...standard('5'), name: 'GST' },
      { ...standard('5'), name: 'PST' },
    ]
    expect(plain([{ ...line('1', '10'), taxes: both }])).toMatchObject({
      taxTotal: 100n,
      taxes: [{ name: 'GST' }, { name: 'PST' }],
    })
  })

  test('a price for several units, line charges, document charges, shipping, prepaid and coins come together', () => {
    const amounts = plain(
      [
        {
          ...line('10000', '13.66', '21'),
          priceBaseQuantity: d('1000'),
          allowances: [{ percent: d('10') }],
          charges: [{ percent: d('5'), base: d('100') }],
        },
      ],
      {
        allowances: [{ amount: d('10'), taxes: [standard('21')] }],
        charges: [{ amount: d('2.5'), taxes: [] }],
        shipping: { amount: d('7.50'), taxes: [standard('6')] },
        prepaid: 5000n,
        roundingIncrement: 5n,
      },
    )
    expect(amounts.lines).toEqual([{ net: 12794n, gross: 15481n }])
    expect(amounts).toMatchObject({
      subtotal: 12794n,
      allowanceTotal: 1000n,
      chargeTotal: 250n,
      shipping: 750n,
    })
    expect(amounts.taxes.map(({ taxable, tax }) => [taxable, tax])).toEqual([
      [11794n, 2477n],
      [750n, 45n],
    ])
    expect(amounts).toMatchObject({
      taxExclusive: 12794n,
      taxTotal: 2522n,
      total: 15316n,
      prepaid: 5000n,
      rounding: -1n,
      due: 10315n,
    })
  })

  test('a discount that names no tax is spread over what is charged, to the cent', () => {
    const amounts = plain([line('1', '100', '20'), line('1', '50', '10'), line('-1', '30', '5')], {
      allowances: [{ amount: d('10') }],
    })
    expect(amounts.taxes.map(({ taxable }) => taxable)).toEqual([9333n, 4667n, -3000n])
    expect(() =>
      plain([line('1', '10', '20'), line('-1', '10', '20')], { allowances: [{ amount: d('1') }] }),
    ).toThrow('must name its taxes')
  })

  test('a price for no units, a negative rate and a sum out of range are refused', () => {
    expect(() => plain([{ ...line('1', '1'), priceBaseQuantity: d('0') }])).toThrow('zero or fewer units')
    expect(() => plain([line('1', '1', '-1')])).toThrow('cannot be negative')
    expect(() => plain([line('99999999999999999999', '99999999999999999999')])).toThrow(
      'beyond what can be kept',
    )
  })

  test('yen and dinars are rounded to their own minor unit', () => {
    const jpy = computeInvoice({
      currency: 'JPY' as Currency,
      areTaxesIncluded: false,
      lines: [line('3', '33.5', '10')],
    })
    expect(jpy).toMatchObject({ subtotal: 101n, taxTotal: 10n, total: 111n })
    const kwd = computeInvoice({
      currency: 'KWD' as Currency,
      areTaxesIncluded: true,
      lines: [line('1', '1', '5')],
    })
    expect(kwd).toMatchObject({ taxTotal: 48n, taxExclusive: 952n, total: 1000n })
  })
})

describe('whatever the lines', () => {
  const rate = fc.constantFrom('0', '2.1', '5.5', '7', '8.75', '19', '20', '25')
  const lines = fc.array(
    fc.record({ cents: fc.bigInt(1n, 10n ** 7n), quantity: fc.integer({ min: 1, max: 999 }), rate }),
    { minLength: 1, maxLength: 12 },
  )

  test('the sums hold, with taxes included or not, discount or none', () => {
    fc.assert(
      fc.property(
        lines,
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 90 })),
        (items, areTaxesIncluded, percent) => {
          const amounts = computeInvoice({
            currency: EUR,
            areTaxesIncluded,
            lines: items.map((item) => ({
              quantity: decimalOf(BigInt(item.quantity), 1),
              unitPrice: decimalOf(item.cents, 3),
              taxes: [standard(item.rate)],
            })),
            allowances: percent === null ? [] : [{ percent: decimalOf(BigInt(percent)) }],
          })
          const entered = amounts.subtotal - amounts.allowanceTotal
          expect(sumAmounts(amounts.lines.map((each) => (areTaxesIncluded ? each.gross : each.net)))).toBe(
            amounts.subtotal,
          )
          expect(amounts.taxExclusive + amounts.taxTotal).toBe(amounts.total)
          expect(areTaxesIncluded ? amounts.total : amounts.taxExclusive).toBe(entered)
          expect(sumAmounts(amounts.taxes.map((group) => group.taxable))).toBe(amounts.taxExclusive)
          for (const group of amounts.taxes) {
            const byRate = divideRounded(
              group.taxable * BigInt(group.rate.times(d('100')).toFixed()),
              10_000n,
              'half_up',
            )
            expect(absolute(byRate - group.tax) <= (areTaxesIncluded ? 1n : 0n)).toBe(true)
          }
        },
      ),
    )
  })
})
