import { Tabs } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { Activity } from './activity.tsx'
import type { Customer } from './customer.tsx'
import { customerWords } from './customer-words.ts'
import styles from './customers.module.css'
import { InvoiceLine, More, PaymentLine, RequestLine } from './history-lines.tsx'
import { Methods } from './methods.tsx'
import { useHistory } from './use-history.ts'

/** What was asked of a customer and paid by them, each kind on a tab of its own. */
export function History({ customer }: { customer: Customer }) {
  const say = useWords(customerWords)
  const may = {
    invoices: useMay('invoices.read'),
    requests: useMay('requests.read'),
    payments: useMay('payments.read'),
  }
  const history = useHistory(customer.id, may)
  const kinds = (['invoices', 'requests', 'payments'] as const).filter((kind) => may[kind])
  const [first] = kinds
  if (first === undefined) return null
  const of = `?customer=${customer.id}`
  return (
    <Tabs defaultValue={first}>
      <Tabs.List>
        {kinds.map((kind) => (
          <Tabs.Tab key={kind} value={kind}>
            {say(kind)}
          </Tabs.Tab>
        ))}
        {may.payments && <Tabs.Tab value="methods">{say('methods')}</Tabs.Tab>}
        <Tabs.Tab value="activity">{say('activity')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="invoices" className={styles.tab}>
        <Listed query={history.invoices} none={say('noInvoices')}>
          {(rows) => rows.map((row) => <InvoiceLine key={row.id} invoice={row} />)}
        </Listed>
        <More to={`/invoices${of}`}>{say('allInvoices')}</More>
      </Tabs.Panel>
      <Tabs.Panel value="requests" className={styles.tab}>
        <Listed query={history.requests} none={say('noRequests')}>
          {(rows) => rows.map((row) => <RequestLine key={row.id} request={row} />)}
        </Listed>
        <More to={`/pay/requests${of}`}>{say('allRequests')}</More>
      </Tabs.Panel>
      <Tabs.Panel value="payments" className={styles.tab}>
        <Listed query={history.payments} none={say('noPayments')}>
          {(rows) => rows.map((row) => <PaymentLine key={row.id} payment={row} />)}
        </Listed>
      </Tabs.Panel>
      {may.payments && (
        <Tabs.Panel value="methods" className={styles.tab}>
          <Methods customer={customer} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="activity" className={styles.tab}>
        <Activity customer={customer} history={history} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Listed<Row>({
  query: { data, error, refetch },
  none,
  children,
}: {
  query: UseQueryResult<Row[]>
  none: string
  children: (rows: Row[]) => ReactNode
}) {
  if (error && data === undefined) return <ProblemNote error={error} onAgain={() => refetch()} />
  if (data === undefined) return <Lines count={3} />
  if (data.length === 0) return <p className={styles.quiet}>{none}</p>
  return <ul className={styles.lines}>{children(data)}</ul>
}
