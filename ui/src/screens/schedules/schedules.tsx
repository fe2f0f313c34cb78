import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import { EditSchedule } from './edit-schedule.tsx'
import { ScheduleCard } from './schedule-card.tsx'
import styles from './schedules.module.css'
import { words } from './words.ts'

export type Schedule = components['schemas']['InvoiceSchedule']

const PAGE = 50

/** Invoices → Automatic invoices: what is issued by itself, when next, and what came of it. */
export function Component() {
  const say = useWords(words)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const maySend = useMay('requests.send')
  const [ending, setEnding] = useState<Schedule>()
  const [editing, setEditing] = useState<Schedule>()
  const rows = useKeyset<Schedule>(['invoice_schedules'], (starting_after) =>
    ask(
      api.GET('/v1/invoice_schedules', {
        params: { query: { limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  const act = async ({ id }: Schedule, event: 'pause' | 'resume' | 'end') => {
    const params = { path: { id }, header: keyOf('schedule', [id, event]) }
    if (event === 'pause') await ask(api.POST('/v1/invoice_schedules/{id}/pause', { params }))
    else if (event === 'resume') await ask(api.POST('/v1/invoice_schedules/{id}/resume', { params }))
    else await ask(api.POST('/v1/invoice_schedules/{id}/end', { params }))
    toast({ tone: 'done', text: say('changed') })
    void queries.invalidateQueries({ queryKey: ['invoice_schedules'] })
  }
  const begin = (schedule: Schedule, event: 'edit' | 'pause' | 'resume' | 'end') => {
    if (event === 'edit') return setEditing(schedule)
    return event === 'end' ? setEnding(schedule) : act(schedule, event)
  }
  return (
    <div className={styles.screen}>
      <h1>{say('title')}</h1>
      <p className={styles.quiet}>{say('text')}</p>
      <ProblemNote error={rows.error} onAgain={rows.again} />
      {rows.isPending && <Lines count={4} />}
      {!rows.isPending && !rows.error && rows.rows.length === 0 && (
        <Empty
          title={say('noneTitle')}
          text={say('noneText')}
          action={
            <Button component={Link} to="/invoices">
              {say('toInvoices')}
            </Button>
          }
        />
      )}
      <ul className={styles.cards}>
        {rows.rows.map((schedule) => (
          <ScheduleCard
            key={schedule.id}
            schedule={schedule}
            onAct={maySend ? (event) => begin(schedule, event) : undefined}
          />
        ))}
      </ul>
      {rows.hasMore && (
        <Button variant="subtle" loading={rows.isLoadingMore} onClick={rows.loadMore}>
          {say('more')}
        </Button>
      )}
      {editing !== undefined && <EditSchedule seen={editing} onClose={() => setEditing(undefined)} />}
      {ending !== undefined && (
        <Confirm
          title={say('endTitle')}
          action={say('endDo')}
          isDangerous
          onConfirm={() => act(ending, 'end')}
          onClose={() => setEnding(undefined)}
        >
          <p>{say('endText')}</p>
        </Confirm>
      )}
    </div>
  )
}
