import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { useSession } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { FeesTable } from './fees-table.tsx'
import styles from './home.module.css'
import { TakingsChart } from './takings-chart.tsx'
import { TakingsTable } from './takings-table.tsx'
import { words } from './words.ts'

export type TakingsRow = components['schemas']['TakingsRow']

/** What came in these last days, by day and method: a picture, and the same numbers as a table. */
export function Takings({ days }: { days: number }) {
  const say = useWords(words)
  const { company } = useSession()
  const [isTable, setTable] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'takings', days],
    queryFn: () => ask(api.GET('/v1/reports/takings', { params: { query: { days } } })),
    placeholderData: (before) => before,
  })
  const currencies = [...new Set(data?.data.map(({ currency }) => currency))].sort()
  const currency =
    chosen ?? (currencies.includes(company.currency) ? company.currency : currencies[0]) ?? company.currency
  const rows = data?.data.filter((row) => row.currency === currency) ?? []
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{say('takings')}</h2>
        {currencies.length > 1 && (
          <NativeSelect
            size="xs"
            w={96}
            aria-label={say('currency')}
            data={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
            value={currency}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {rows.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setTable(!isTable)}>
            {isTable ? say('picture') : say('table')}
          </Button>
        )}
      </div>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && (
        <div className={styles.coming}>
          <Lines count={6} />
        </div>
      )}
      {data !== undefined && (
        <>
          <Sums rows={rows} currency={currency} />
          {rows.length === 0 && <p className={styles.noPicture}>{say('noTakings')}</p>}
          {rows.length > 0 &&
            (isTable ? (
              <>
                <TakingsTable rows={rows} />
                <FeesTable days={days} currency={currency} />
              </>
            ) : (
              <TakingsChart rows={rows} period={data} currency={currency} />
            ))}
        </>
      )}
    </section>
  )
}

function Sums({ rows, currency }: { rows: readonly TakingsRow[]; currency: string }) {
  const say = useWords(words)
  const names = ['gross', 'refunded', 'fees', 'net'] as const
  return (
    <dl className={styles.sums}>
      {names.map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>
            <Money amount={rows.reduce((sum, row) => sum + row[name], 0)} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
