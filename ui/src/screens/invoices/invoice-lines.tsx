import { Part } from '../../parts/detail/index.ts'
import { Money } from '../../parts/money.tsx'
import { formatDecimal, useLanguage, useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import { invoiceWords } from './invoice-words.ts'
import styles from './invoices.module.css'
import { Sums } from './sums.tsx'

/** What an invoice is for, and what it comes to. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceWords)
  const { locale } = useLanguage()
  const { currency, open, total } = invoice
  const counted = (quantity: string, unit: string | null) =>
    [formatDecimal(quantity, locale), unit].filter(Boolean).join(' ')
  const after = [
    [say('prepaid'), invoice.prepaid],
    [say('settled'), invoice.settled],
    [say('inFlight'), invoice.in_flight],
    [say('refunded'), invoice.refunded],
  ] as const
  return (
    <Part title={say('lines')}>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th>{say('description')}</th>
            <th>{say('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines?.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and are never reordered
            <tr key={at}>
              <td>
                {line.description}
                {line.quantity !== null && line.unit_price !== null && (
                  <span className={styles.quiet}>
                    <br />
                    {say('each', {
                      quantity: counted(line.quantity, line.unit),
                      price: formatDecimal(line.unit_price, locale, 2),
                    })}
                  </span>
                )}
              </td>
              <td>
                <Money amount={line.amount} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
