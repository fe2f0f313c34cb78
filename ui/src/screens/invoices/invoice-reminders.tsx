import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Part } from '../../parts/detail/index.ts'
import { Day, Moment } from '../../parts/moment.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useSayStep } from '../../parts/reminders/days.tsx'
import { reminderWords } from '../../parts/reminders/words.ts'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import type { Invoice } from './invoice-list.tsx'
import styles from './invoices.module.css'
import { PromiseToPay } from './promise-to-pay.tsx'
import { invoiceReminderWords } from './reminder-words.ts'

type Reminder = components['schemas']['Reminder']
type PaymentPromise = components['schemas']['Promise']

/** What the schedule did and will do about an invoice, and what its customer promised. */
export function InvoiceReminders({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoiceReminderWords)
  const mayPromise = useMay('customers.write') && invoice.open > 0
  const [isOpen, setOpen] = useState(false)
  const reminders = useQuery({
    queryKey: ['invoices', invoice.id, 'reminders'],
    queryFn: () => ask(api.GET('/v1/reminders', { params: { query: { invoice: invoice.id } } })),
  })
  const promises = useQuery({
    queryKey: ['invoices', invoice.id, 'promises'],
    queryFn: () => ask(api.GET('/v1/invoices/{id}/promises', { params: { path: { id: invoice.id } } })),
  })
  const error = reminders.error ?? promises.error
  // What is planned of something paid only ends as that.
  const rows = reminders.data?.data.filter(({ state }) => state !== 'planned' || invoice.open > 0)
  const isEmpty = rows?.length === 0 && promises.data?.data.length === 0
  return (
    <Part
      title={say('title')}
      action={
        mayPromise && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<CalendarCheck size={14} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {say('promise')}
          </Button>
        )
      }
    >
      <ProblemNote error={error} />
      {isEmpty && <p className={styles.quiet}>{say('none')}</p>}
      <ul>
        {promises.data?.data.map((promise) => (
          <Promised key={promise.id} promise={promise} />
        ))}
        {rows?.map((reminder) => (
          <Row key={reminder.id} reminder={reminder} />
        ))}
      </ul>
      {isOpen && <PromiseToPay invoice={invoice} onClose={() => setOpen(false)} />}
    </Part>
  )
}

const TONES: Readonly<Record<Reminder['state'], Tone>> = {
  planned: 'processing',
  sent: 'sent',
  skipped: 'quiet',
}

function Row({ reminder: { state, step, reason, planned_at, ended_at, to } }: { reminder: Reminder }) {
  const say = useWords(reminderWords)
  const sayStep = useSayStep()
  return (
    <li>
      <span className={styles.entry}>
        <span>{sayStep(step)}</span>
        <StatusBadge tone={TONES[state]}>{say(state)}</StatusBadge>
        <span className={styles.quiet}>
          <Moment at={ended_at ?? planned_at} />
          {to && ` · ${to}`}
          {reason && ` · ${say(reason)}`}
        </span>
      </span>
    </li>
  )
}

const PROMISE_TONES: Readonly<Record<PaymentPromise['status'], Tone>> = {
  open: 'processing',
  kept: 'paid',
  broken: 'attention',
  withdrawn: 'ended',
  replaced: 'ended',
}

function Promised({ promise }: { promise: PaymentPromise }) {
  const say = useWords(invoiceReminderWords)
  const mayWrite = useMay('customers.write')
  const toast = useToast()
  const queries = useQueryClient()
  const { id, status, promised_on, note } = promise
  const withdrawing = useMutation({
    mutationFn: () => ask(api.POST('/v1/promises/{id}/withdraw', { params: { path: { id } } })),
    onSuccess: () => {
      toast({ tone: 'done', text: say('withdrawn') })
      void queries.invalidateQueries({ queryKey: ['invoices'] })
    },
  })
  return (
    <li>
      <span className={styles.entry}>
        <span>
          {say('promised')} <Day at={promised_on} />
        </span>
        <StatusBadge tone={PROMISE_TONES[status]}>{say(`promise_${status}`)}</StatusBadge>
        {note && <span className={styles.quiet}>{note}</span>}
      </span>
      {mayWrite && status === 'open' && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          {say('withdraw')}
        </Button>
      )}
      <ProblemNote error={withdrawing.error} />
    </li>
  )
}
