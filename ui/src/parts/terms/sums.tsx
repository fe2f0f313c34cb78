import { useWords } from '../../words/index.ts'
import { Money } from '../money.tsx'
import styles from './terms.module.css'
import { termsWords } from './words.ts'

/** What an invoice comes to, as the server computed it. Minor units. */
export interface InvoiceSums {
  currency: string
  subtotal: number
  allowances: number
  charges: number
  shipping: number
  rounding: number
  total: number
  taxes: readonly { name: string | null; rate: string; amount: number }[]
}

interface Props {
  sums: InvoiceSums
  /** What follows the total: what is settled of it, and what is left. */
  after?: readonly (readonly [name: string, amount: number])[]
}

/** The sums below the lines of an invoice. What is nothing is left out. */
export function Sums({ sums, after = [] }: Props) {
  const say = useWords(termsWords)
  const { currency } = sums
  const rows: (readonly [name: string, amount: number, isTotal?: boolean])[] = [
    [say('subtotal'), sums.subtotal],
    [say('allowances'), -sums.allowances],
    [say('charges'), sums.charges],
    [say('shipping'), sums.shipping],
    ...sums.taxes.map(
      ({ name, rate, amount }) => [say('taxAt', { name: name ?? say('tax'), rate }), amount] as const,
    ),
    [say('rounding'), sums.rounding],
  ]
  return (
    <dl className={styles.sums}>
      {rows
        .filter(([, amount]) => amount !== 0)
        .map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
      <div data-total>
        <dt>{say('total')}</dt>
        <dd>
          <Money amount={sums.total} currency={currency} />
        </dd>
      </div>
      {after.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
