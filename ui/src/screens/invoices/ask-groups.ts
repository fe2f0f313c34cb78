import type { Invoice } from './invoice-list.tsx'

/** What one customer is asked for by one link, in one currency. Minor units. */
export interface AskGroup {
  key: string
  customer: string
  name: string
  currency: string
  invoices: readonly Invoice[]
  total: number
}

/** Ticked invoices by customer and currency: each group becomes one request for its sum. What is settled is left out. */
export function groupsOf(invoices: readonly Invoice[]): AskGroup[] {
  const owed = invoices.filter(({ open }) => open > 0)
  const groups = Map.groupBy(owed, ({ customer, currency }) => `${customer} ${currency}`)
  return [...groups].flatMap(([key, own]) => {
    const [first] = own
    if (first === undefined) return []
    const total = own.reduce((sum, { open }) => sum + open, 0)
    return [
      {
        key,
        customer: first.customer,
        name: first.buyer.name,
        currency: first.currency,
        invoices: own,
        total,
      },
    ]
  })
}
