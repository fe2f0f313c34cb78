import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import { PriorityList } from '../../parts/priority-list.tsx'
import { priorityWords } from '../../parts/priority-words.ts'
import { useWords } from '../../words/index.ts'
import { Aging } from './aging.tsx'
import styles from './home.module.css'
import { RequestWay } from './request-way.tsx'
import { Takings } from './takings.tsx'
import { words } from './words.ts'

const PERIODS = [7, 30, 90]

/** Where the day begins: what came in, what is owed, what became of what was asked, and what waits for somebody. */
export function Component() {
  const say = useWords(words)
  const priorities = useWords(priorityWords)
  const [days, setDays] = useState(30)
  const mayAsk = useMay('requests.send')
  const maySeePayments = useMay('payments.read')
  const maySeeRequests = useMay('requests.read')
  const maySeeInvoices = useMay('invoices.read')
  return (
    <div className={styles.home}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <SegmentedControl
          aria-label={say('period')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={PERIODS.map((count) => ({ value: String(count), label: say('days', { count }) }))}
        />
        {mayAsk && (
          <Button component={Link} to="/pay/requests/new">
            {say('ask')}
          </Button>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          {maySeePayments && <Takings days={days} />}
          {maySeeInvoices && <Aging />}
          {maySeeRequests && <RequestWay days={days} />}
        </div>
        {maySeeRequests && (
          <section className={styles.card}>
            <h2>{priorities('title')}</h2>
            <PriorityList />
          </section>
        )}
      </div>
    </div>
  )
}
