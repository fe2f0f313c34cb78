import type { components } from '../../api/schema.generated.ts'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import { statementRowWords } from './statement-row-words.ts'
import styles from './statements.module.css'

/** What a statement lists, each line by what it is. */
export function StatementRows({ statement }: { statement: components['schemas']['Statement'] }) {
  const say = useWords(statementRowWords)
  const { currency, rows } = statement
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too
    <section className={styles.rows} aria-label={say('rows')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th>{say('what')}</th>
            <th>{say('amount')}</th>
            <th>{say(statement.kind === 'open_items' ? 'open' : 'balance')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.date} ${row.type} ${row.reference} ${row.balance}`}>
              <td>
                {say(row.type, { reference: row.reference })}{' '}
                <span className={styles.quiet}>
                  <Day at={row.date} />
                </span>
              </td>
              <td>
                <Money amount={row.amount} currency={currency} />
              </td>
              <td>
                <Money amount={row.balance} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
