import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { Balances } from './balances.tsx'
import styles from './books.module.css'
import { Period } from './period.tsx'
import { words } from './words.ts'

/** Pay → Books: what stands on each account at the end of a day, and what was booked in a period, to close a month. */
export function Component() {
  const say = useWords(words)
  const [asked, setAsked] = useState<string>()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reports', 'balances', asked],
    queryFn: () =>
      ask(
        api.GET('/v1/reports/balances', {
          params: { query: asked === undefined ? {} : { as_of: asked } },
        }),
      ),
    placeholderData: (before) => before,
  })
  const day = asked ?? data?.as_of
  return (
    <div className={styles.screen}>
      <h1>{say('title')}</h1>
      <p className={styles.quiet}>{say('text')}</p>
      <section className={styles.part} aria-labelledby="books-balances">
        <div className={styles.head}>
          <h2 id="books-balances">{say('balances')}</h2>
          <TextInput
            type="date"
            label={say('endOf')}
            value={day ?? ''}
            onChange={({ currentTarget: { value } }) => setAsked(value === '' ? undefined : value)}
          />
        </div>
        <ProblemNote error={error} onAgain={() => refetch()} />
        {isPending && <Lines count={6} />}
        {data?.data.length === 0 && <Empty title={say('noneTitle')} text={say('noneText')} />}
        {data !== undefined && <Balances rows={data.data} />}
        {data !== undefined && data.data.length > 0 && (
          <p className={styles.quiet}>
            {say('customersHint')} <Link to={`/invoices/aging?as_of=${data.as_of}`}>{say('toAging')}</Link>
          </p>
        )}
      </section>
      {data !== undefined && <Period today={data.as_of} />}
    </div>
  )
}
