import { Part } from '../../parts/detail/index.ts'
import { LineTable, Sums } from '../../parts/terms/index.ts'
import { useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { invoiceWords } from './invoice-words.ts'

/** What an invoice is for, and what it comes to. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const { currency, open, total } = invoice
  const after = [
    [say('prepaid'), invoice.prepaid],
    [say('settled'), invoice.settled],
    [say('inFlight'), invoice.in_flight],
    [say('refunded'), invoice.refunded],
  ] as const
  return (
    <Part title={say('lines')}>
      <LineTable lines={invoice.lines ?? []} currency={currency} />
      <Sums
        sums={invoice}
        after={[
          ...after.filter(([, amount]) => amount !== 0),
          ...(open === total ? [] : [[say('open'), open] as const]),
        ]}
      />
    </Part>
  )
}
