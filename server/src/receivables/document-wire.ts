import { type Static, Type } from 'typebox'
import { amountOut, nullable } from '../lib/schemas.ts'
import type { Party, StoredLine, StoredTax } from './invoices.queries.ts'

/** What invoices and credit notes say alike: to whom, which taxes, which lines. */
export const BuyerWire = Type.Object({
  name: Type.String(),
  address_lines: Type.Array(Type.String()),
  email: nullable(Type.String()),
  tax_id: nullable(Type.String()),
})

export const TaxesWire = Type.Array(
  Type.Object({
    category: Type.String(),
    name: nullable(Type.String()),
    rate: Type.String(),
    taxable: amountOut,
    amount: amountOut,
  }),
)

export const LineWire = Type.Object({
  description: Type.String(),
  quantity: nullable(Type.String()),
  unit: nullable(Type.String()),
  unit_price: nullable(Type.String({ description: 'Decimal, in major units.' })),
  tax_rate: nullable(Type.String()),
  amount: amountOut,
})

export const LinesWire = Type.Array(LineWire)

export function buyerToWire(buyer: Party): Static<typeof BuyerWire> {
  return { name: buyer.name, address_lines: buyer.addressLines, email: buyer.email, tax_id: buyer.taxId }
}

export function taxesToWire(taxes: readonly StoredTax[]): Static<typeof TaxesWire> {
  return taxes.map((tax) => ({
    category: tax.category,
    name: tax.name,
    rate: tax.rate,
    taxable: Number(tax.taxable),
    amount: Number(tax.tax),
  }))
}

export function linesToWire(lines: readonly StoredLine[]): Static<typeof LinesWire> {
  return lines.map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unit_price: line.unitPrice,
    tax_rate: line.taxRate,
    amount: Number(line.amount),
  }))
}
