import { Money } from '../../parts/money.tsx'
import { formatDay, useLanguage, useWords } from '../../words/index.ts'
import styles from './home.module.css'
import { useMethodName } from './method-name.ts'
import type { TakingsRow } from './takings.tsx'
import { words } from './words.ts'

/** The numbers behind the chart, newest day first. */
export function TakingsTable({ rows }: { rows: readonly TakingsRow[] }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const nameOf = useMethodName()
  const columns = ['gross', 'refunded', 'fees', 'net'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <section className={styles.scroll} aria-label={say('chart')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{say('day')}</th>
            <th>{say('method')}</th>
            <th>{say('payments')}</th>
            {columns.map((name) => (
              <th key={name}>{say(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={`${row.date} ${row.method}`}>
              <td>{formatDay(new Date(`${row.date}T00:00:00Z`), { locale, timeZone: 'UTC' })}</td>
              <td>{nameOf(row.method)}</td>
              <td>{row.payments}</td>
              {columns.map((name) => (
                <td key={name}>
                  <Money amount={row[name]} currency={row.currency} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
