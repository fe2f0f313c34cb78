import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { api, ask } from '../api/client.ts'
import { type Priority, usePriorities } from '../api/priorities.ts'
import { useMay } from '../api/session.ts'
import { formatDay, formatMoney, useLanguage, useWords } from '../words/index.ts'
import { Lines } from './after-a-while.tsx'
import { Ago } from './moment.tsx'
import styles from './priority-list.module.css'
import { priorityWords } from './priority-words.ts'
import { ProblemNote } from './problem.tsx'

/** What a person should look at, each with where to look and a way to say that it was seen to. */
export function PriorityList({ onOpen }: { onOpen?: () => void }) {
  const say = useWords(priorityWords)
  const { data, error, refetch } = usePriorities()
  if (error) return <ProblemNote error={error} onAgain={() => refetch()} />
  if (data === undefined) return <Lines count={3} />
  if (data.data.length === 0) {
    return (
      <div className={styles.none}>
        <p className={styles.strong}>{say('none')}</p>
        <p>{say('noneText')}</p>
      </div>
    )
  }
  return (
    <ul>
      {data.data.map((priority) => (
        <Line key={priority.id} priority={priority} onOpen={onOpen} />
      ))}
    </ul>
  )
}

function Line({ priority, onOpen }: { priority: Priority; onOpen: (() => void) | undefined }) {
  const say = useWords(priorityWords)
  const { locale, timeZone } = useLanguage()
  const mayResolve = useMay('payments.receive')
  const queries = useQueryClient()
  const { kind, amount, currency, reference, customer_name: customer, payment_request: request } = priority
  const leadsTo = priority.invoice
    ? `/invoices/${priority.invoice}`
    : priority.payout
      ? `/pay/deposits/${priority.payout}`
      : request !== null
        ? `/pay/requests/${request}`
        : priority.customer
          ? `/customers/${priority.customer}`
          : kind === 'unexpected_money'
            ? '/pay/wires'
            : null
  const resolving = useMutation({
    mutationFn: () => ask(api.POST('/v1/priorities/{id}/resolve', { params: { path: { id: priority.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['priorities'] }),
  })
  const sentence = say(kind, {
    amount: amount === null || currency === null ? '' : formatMoney(amount, currency, locale),
    reference: reference ?? say('request'),
    address: priority.address ?? '',
    reason: priority.reason ?? '',
    due: priority.due_by === null ? '' : formatDay(new Date(priority.due_by), { locale, timeZone }),
  })
  return (
    <li className={styles.line}>
      <TriangleAlert size={16} aria-hidden />
      <div>
        {leadsTo === null ? (
          <p>{sentence}</p>
        ) : (
          <Link to={leadsTo} onClick={onOpen}>
            {sentence}
          </Link>
        )}
        <p className={styles.quiet}>
          <Ago at={priority.at} />
          {customer && ` · ${customer}`}
        </p>
        <ProblemNote error={resolving.error} />
      </div>
      {mayResolve && (
        <Button
          size="compact-sm"
          variant="default"
          loading={resolving.isPending}
          onClick={() => resolving.mutate()}
        >
          {say('done')}
        </Button>
      )}
    </li>
  )
}
