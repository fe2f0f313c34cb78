import { expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import type { Currency } from '../lib/currencies.ts'
import { parseDecimal } from '../lib/decimal.ts'
import { toDecimalString } from '../lib/money.ts'
import { computeInvoice, type Tax } from './invoice-arithmetic.ts'

const d = (text: string) => parseDecimal(text)

type Gobl = {
  currency: Currency
  lines: {
    quantity: string
    item: { price: string }
    discounts?: { percent: string }[]
    taxes: { percent: string }[]
  }[]
  discounts?: { amount: string; taxes: { percent: string }[] }[]
  totals: { sum: string; discount?: string; total: string; tax: string; payable: string }
}

describeWithSharedData('invoices calculated by GOBL', 'einvoice/gobl/ca__out__invoice-ca-ca.json', () => {
  test.each(['ar__out__invoice-mixed-rates', 'ca__out__invoice-ca-ca', 'de__out__invoice-de-rounding'])(
    '%s',
    (name) => {
      const file = sharedJson<{ doc?: Gobl } & Gobl>(`einvoice/gobl/${name}.json`)
      const doc = file.doc ?? file
      const percent = (text: string) => d(text.replace('%', ''))
      const taxes = (list: { percent: string }[]): Tax[] =>
        list.map((tax) => ({ category: 'S', rate: percent(tax.percent) }))
      const amounts = computeInvoice({
        currency: doc.currency,
        areTaxesIncluded: false,
        lines: doc.lines.map((item) => ({
          quantity: d(item.quantity),
          unitPrice: d(item.item.price),
          allowances: (item.discounts ?? []).map((discount) => ({ percent: percent(discount.percent) })),
          taxes: taxes(item.taxes),
        })),
        allowances: (doc.discounts ?? []).map((each) => ({
          amount: d(each.amount),
          taxes: taxes(each.taxes),
        })),
      })
      const text = (amount: bigint) => toDecimalString(amount, doc.currency)
      expect([amounts.subtotal, amounts.taxExclusive, amounts.taxTotal, amounts.due].map(text)).toEqual([
        doc.totals.sum,
        doc.totals.total,
        doc.totals.tax,
        doc.totals.payable,
      ])
    },
  )
})
