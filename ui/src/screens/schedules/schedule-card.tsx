import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Day } from '../../parts/moment.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatDay, useLanguage, useWords } from '../../words/index.ts'
import styles from './schedules.module.css'
import type { Schedule } from './schedules.tsx'
import { words } from './words.ts'

type Event = 'edit' | 'pause' | 'resume' | 'end'

interface Props {
  schedule: Schedule
  /** Where one may. */
  onAct: ((event: Event) => void | Promise<void>) | undefined
}

/** What one schedule sells to whom and when, with the invoices that came of it. */
export function ScheduleCard({ schedule, onAct }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const day = (text: string) => formatDay(new Date(`${text}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const { data: customer } = useQuery({
    queryKey: ['customers', schedule.customer],
    queryFn: () => ask(api.GET('/v1/customers/{id}', { params: { path: { id: schedule.customer } } })),
  })
  const { data: whole } = useQuery({
    queryKey: ['invoice_schedules', schedule.id],
    queryFn: () => ask(api.GET('/v1/invoice_schedules/{id}', { params: { path: { id: schedule.id } } })),
  })
  const acting = useMutation({ mutationFn: async (event: Event) => onAct?.(event) })
  const [next] = schedule.next_days
  const invoices = whole?.invoices ?? []
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Link to={`/customers/${schedule.customer}`}>
          <strong>{customer?.name ?? '…'}</strong>
        </Link>
        <span className={styles.state} data-state={schedule.status}>
          {say(schedule.status)}
        </span>
      </div>
      <p>
        {schedule.lines.map(({ description }) => description).join(', ')} ·{' '}
        {say(schedule.unit, { every: schedule.every })}
        {schedule.ends_on !== null && `, ${say('until', { day: day(schedule.ends_on) })}`}
      </p>
      {next !== undefined && <p>{say('next', { day: day(next) })}</p>}
      {invoices.length > 0 && (
        <p className={styles.quiet}>
          {say('issued')}{' '}
          {invoices.slice(0, 6).map(({ invoice, day: on, outcome }, at) => (
            <span key={invoice}>
              {at > 0 && ' · '}
              <Link to={`/invoices/${invoice}`}>
                <Day at={on} />
              </Link>
              {outcome !== null && outcome !== 'sent' && ` (${say('notSent')})`}
            </span>
          ))}
        </p>
      )}
      <ProblemNote error={acting.error} />
      {onAct !== undefined && schedule.status !== 'ended' && (
        <div className={styles.actions}>
          <Button variant="default" size="compact-sm" onClick={() => acting.mutate('edit')}>
            {say('edit')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            loading={acting.isPending}
            onClick={() => acting.mutate(schedule.status === 'active' ? 'pause' : 'resume')}
          >
            {say(schedule.status === 'active' ? 'pause' : 'resume')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => acting.mutate('end')}>
            {say('end')}
          </Button>
        </div>
      )}
    </li>
  )
}
