import { formatDecimal, useLanguage, useWords } from '../../words/index.ts'
import { Money } from '../money.tsx'
import styles from './terms.module.css'
import { termsWords } from './words.ts'

interface Props {
  lines: readonly {
    description: string
    quantity: string | null
    unit: string | null
    unit_price: string | null
    amount: number
  }[]
  currency: string
}

/** What is sold, line by line. */
export function LineTable({ lines, currency }: Props) {
  const say = useWords(termsWords)
  const { locale } = useLanguage()
  const counted = (quantity: string, unit: string | null) =>
    [formatDecimal(quantity, locale), unit].filter(Boolean).join(' ')
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th>{say('description')}</th>
          <th>{say('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
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
  )
}
