import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './home.module.css'
import { StepsComing } from './steps-coming.tsx'
import { words } from './words.ts'

type Owed = components['schemas']['AgingTotal']

/** What invoices are still owed today, by how long they are overdue. One picture, or table, for each currency. */
export function Aging() {
  const say = useWords(words)
  const [isTable, setTable] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'aging'],
    queryFn: () => ask(api.GET('/v1/reports/aging', { params: { query: { limit: 1 } } })),
  })
  return (
    <section className={styles.card}>
      <header className={styles.cardHead}>
        <h2>{say('aging')}</h2>
        {data !== undefined && data.totals.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setTable(!isTable)}>
            {say(isTable ? 'picture' : 'table')}
          </Button>
        )}
      </header>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && <StepsComing count={5} />}
      {data?.totals.length === 0 && <p className={styles.quiet}>{say('nothingOwed')}</p>}
      {data?.totals.map((owed, _, { length }) =>
        isTable ? (
          <BucketTable key={owed.currency} owed={owed} />
        ) : (
          <Bars key={owed.currency} owed={owed} isOneOfMany={length > 1} />
        ),
      )}
    </section>
  )
}

function Bars({ owed: { currency, buckets, total }, isOneOfMany }: { owed: Owed; isOneOfMany: boolean }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const bars = (
    <ol className={styles.steps}>
      {buckets.map(({ bucket, invoices, open }) => (
        <li key={bucket}>
          <span>{say(`bucket_${bucket}`)}</span>
          <span className={styles.quiet}>
            {`${say('invoices', { count: invoices })} · `}
            <span className="figures">{formatMoney(open, currency, locale)}</span>
          </span>
          <div className={styles.track} aria-hidden>
            <div style={{ width: `${total <= 0 ? 0 : Math.max(0, (open / total) * 100)}%` }} />
          </div>
        </li>
      ))}
    </ol>
  )
  if (!isOneOfMany) return bars
  return (
    <section className={styles.ofCurrency}>
      <h3>
        {currency.toUpperCase()} <span className="figures">{formatMoney(total, currency, locale)}</span>
      </h3>
      {bars}
    </section>
  )
}

function BucketTable({ owed: { currency, buckets, total } }: { owed: Owed }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (amount: number) => formatMoney(amount, currency, locale)
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{say('overdue')}</th>
            <th scope="col">{say('currency')}</th>
            <th scope="col">{say('invoicesTitle')}</th>
            <th scope="col">{say('open')}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ bucket, invoices, open }) => (
            <tr key={bucket}>
              <td>{say(`bucket_${bucket}`)}</td>
              <td>{currency.toUpperCase()}</td>
              <td>{invoices}</td>
              <td>{money(open)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('total')}</th>
            <td>{currency.toUpperCase()}</td>
            <td>{buckets.reduce((sum, { invoices }) => sum + invoices, 0)}</td>
            <td>{money(total)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
