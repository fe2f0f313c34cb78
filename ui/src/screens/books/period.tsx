import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './books.module.css'
import { words } from './words.ts'

/** What was booked in a period: the journal to take along, and what was given up of what customers owed. */
export function Period({ today }: { today: string }) {
  const say = useWords(words)
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState(today)
  const isWhole = from !== '' && to !== ''
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'write_offs', from, to],
    queryFn: () => ask(api.GET('/v1/reports/write_offs', { params: { query: { from, to } } })),
    enabled: isWhole,
  })
  return (
    <section className={styles.part} aria-labelledby="books-period">
      <h2 id="books-period">{say('period')}</h2>
      <div className={styles.days}>
        <TextInput
          type="date"
          label={say('from')}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say('to')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </div>
      <ProblemNote error={error} onAgain={() => refetch()} />
      <div>
        <Button
          component="a"
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          href={`/v1/reports/journal?format=csv&from=${from}&to=${to}`}
          download
          data-disabled={!isWhole || error !== null || undefined}
        >
          {say('journal')}
        </Button>
        <p className={styles.quiet}>{say('journalHint')}</p>
      </div>
      {data !== undefined &&
        (data.data.length === 0 ? (
          <p className={styles.quiet}>{say('noWriteOffs')}</p>
        ) : (
          <table className={styles.table}>
            <caption>{say('writeOffs')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('invoices')}</th>
                <th scope="col">{say('writtenOff')}</th>
                <th scope="col">{say('recovered')}</th>
              </tr>
            </thead>
            <tbody>
              {data.data.map((row) => (
                <tr key={row.currency}>
                  <th scope="row">
                    {say('count', { count: row.invoices })} · {row.currency.toUpperCase()}
                  </th>
                  <td>
                    <Money amount={row.written_off} currency={row.currency} />
                  </td>
                  <td>
                    <Money amount={row.recovered} currency={row.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </section>
  )
}
