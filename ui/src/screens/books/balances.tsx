import type { components } from '../../api/schema.generated.ts'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import { accountWords } from './account-words.ts'
import styles from './books.module.css'
import { words } from './words.ts'

type Row = components['schemas']['AccountBalance']
type Known = keyof (typeof accountWords)['en']

/** A table for each currency: an account’s balance stands on its side, and both sides come to the same. */
export function Balances({ rows }: { rows: readonly Row[] }) {
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => (
    <OfCurrency
      key={currency}
      currency={currency}
      rows={rows.filter((row) => row.currency === currency && row.balance !== 0)}
    />
  ))
}

function OfCurrency({ currency, rows }: { currency: string; rows: readonly Row[] }) {
  const say = useWords(words)
  const name = useWords(accountWords)
  const sum = rows.reduce((total, { balance }) => total + Math.max(balance, 0), 0)
  return (
    <table className={styles.table}>
      <caption>{say('balancesIn', { currency: currency.toUpperCase() })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('account')}</th>
          <th scope="col">{say('debit')}</th>
          <th scope="col">{say('credit')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.account}>
            <th scope="row">
              <span className={styles.code}>{row.account}</span>{' '}
              {isKnown(`a${row.account}`) ? name(`a${row.account}` as Known) : row.name}
            </th>
            <td>{row.balance > 0 && <Money amount={row.balance} currency={currency} />}</td>
            <td>{row.balance < 0 && <Money amount={-row.balance} currency={currency} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('sum')}</th>
          <td>
            <Money amount={sum} currency={currency} />
          </td>
          <td>
            <Money amount={sum} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function isKnown(code: string): code is Known {
  return code in accountWords.en
}
