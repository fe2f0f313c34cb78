import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './home.module.css'
import { words } from './words.ts'

const METHODS = ['card', 'wallet', 'ach', 'bnpl', 'wire', 'cash', 'cheque', 'other'] as const

/** What each way to pay cost in these days. */
export function FeesTable({ days, currency }: { days: number; currency: string }) {
  const say = useWords(words)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'fees', days],
    queryFn: () => ask(api.GET('/v1/reports/fees', { params: { query: { days } } })),
  })
  const rows = data?.data.filter((row) => row.currency === currency && row.total !== 0) ?? []
  const columns = ['gross', 'processing', 'returns', 'total'] as const
  if (error) return <ProblemNote error={error} onAgain={() => refetch()} />
  if (rows.length === 0) return null
  return (
    <>
      <h3>{say('feesTitle')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
      <section className={styles.scroll} aria-label={say('feesTitle')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{say('method')}</th>
              <th>{say('payments')}</th>
              {columns.map((name) => (
                <th key={name}>{say(`fees_${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const known = METHODS.find((method) => method === row.method)
              return (
                <tr key={row.method}>
                  <td>{known ? say(`method_${known}`) : row.method}</td>
                  <td>{row.payments}</td>
                  {columns.map((name) => (
                    <td key={name}>
                      <Money amount={row[name]} currency={row.currency} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}
