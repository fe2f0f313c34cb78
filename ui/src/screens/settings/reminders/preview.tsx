import { Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { CustomerField, type Payer } from '../../../parts/customer-field.tsx'
import { isoDay } from '../../../parts/iso-day.ts'
import { Day } from '../../../parts/moment.tsx'
import { Money } from '../../../parts/money.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useSayStep } from '../../../parts/reminders/days.tsx'
import { reminderWords } from '../../../parts/reminders/words.ts'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useLanguage, useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import { previewCsv } from './preview-csv.ts'
import styles from './reminders.module.css'
import { isWhole, type Schedule } from './schedule-fields.tsx'
import { words } from './words.ts'

export type Foreseen = components['schemas']['ForeseenReminder']

const TYPING_MS = 400
const DAY_MS = 86_400_000
/** How many days ahead one may look. */
const AHEAD = ['7', '30', '60', '90']

/** What a schedule would do, row by row, before it is in force. */
export function Preview({ draft }: { draft: Schedule }) {
  const say = useWords(words)
  const { timeZone } = useLanguage()
  const day = (days: number) => isoDay(new Date(Date.now() + days * DAY_MS), timeZone)
  const [ahead, setAhead] = useState('30')
  const [payer, setPayer] = useState<Payer>()
  const { enabled: _, ...schedule } = draft
  const customer = payer?.kind === 'customer' ? { customer: payer.customer.id } : {}
  const [asked] = useDebouncedValue(
    { schedule, from: day(0), to: day(Number(ahead)), ...customer },
    TYPING_MS,
  )
  const { data, error, refetch } = useQuery({
    queryKey: ['reminders', 'preview', asked],
    queryFn: () => ask(api.POST('/v1/reminders/preview', { body: asked })),
    enabled: isWhole({ ...asked.schedule, enabled: false }),
    placeholderData: (before) => before,
    retry: false,
  })
  const rows = data?.data ?? []
  return (
    <Card title={say('preview')} text={say('previewText')}>
      <search className={styles.filters}>
        <NativeSelect
          label={say('ahead')}
          data={AHEAD.map((value) => ({ value, label: say('days_ahead', { days: Number(value) }) }))}
          value={ahead}
          onChange={(event) => setAhead(event.currentTarget.value)}
        />
        <CustomerField label={say('customer')} value={payer} onChange={setPayer} />
      </search>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && <Lines count={4} />}
      {data !== undefined && !error && (
        <>
          <div className={styles.standing}>
            <p aria-live="polite">
              {rows.length === 0
                ? say('none')
                : say('summary', {
                    mails: new Set(rows.flatMap(({ mail }) => mail ?? [])).size,
                    skipped: rows.filter(({ outcome }) => outcome === 'skipped').length,
                  })}
            </p>
            {rows.length > 0 && <FileLink rows={rows} />}
          </div>
          {!data.whole && <p className={styles.wrong}>{say('notWhole')}</p>}
          {rows.length > 0 && <Rows rows={rows} />}
        </>
      )}
    </Card>
  )
}

function FileLink({ rows }: { rows: readonly Foreseen[] }) {
  const say = useWords(words)
  const save = () => {
    const url = URL.createObjectURL(new Blob([previewCsv(rows)], { type: 'text/csv' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'reminders-preview.csv'
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={save}>
      {say('file')}
    </Button>
  )
}

function Rows({ rows }: { rows: readonly Foreseen[] }) {
  const say = useWords(words)
  const sayReminder = useWords(reminderWords)
  const sayStep = useSayStep()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={say('table')}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{say('columnWhen')}</th>
            <th scope="col">{say('columnCustomer')}</th>
            <th scope="col">{say('columnInvoice')}</th>
            <th scope="col">{say('columnStep')}</th>
            <th scope="col" data-amount>
              {say('columnAmount')}
            </th>
            <th scope="col">{say('columnOutcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.invoice} ${row.step}`}>
              <td>
                <Day at={row.local_day} /> {row.local_time}
                <small>{row.time_zone}</small>
              </td>
              <td>{row.customer_name}</td>
              <td>
                <Link to={`/invoices/${row.invoice}`}>{row.number}</Link>
              </td>
              <td>{sayStep(row.step)}</td>
              <td data-amount>
                <Money amount={row.amount} currency={row.currency} />
              </td>
              <td>
                {row.reason === null ? (
                  <StatusBadge tone="sent">{say('together', { mail: row.mail ?? 0 })}</StatusBadge>
                ) : (
                  <StatusBadge tone="quiet">{sayReminder(row.reason)}</StatusBadge>
                )}
                {row.reason === null && <small>{say('sentTo', { to: row.to ?? '' })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
