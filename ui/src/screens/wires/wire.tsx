import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Part } from '../../parts/detail/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { SendBackWire } from '../../parts/wires/send-back-wire.tsx'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './wires.module.css'
import { words } from './words.ts'

type Row = components['schemas']['ReceivedWire']
type Candidate = components['schemas']['WireCandidate']

/** A wire with what it is probably for, the likeliest first. */
export function Wire({ wire }: { wire: Row }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['wires', wire.id, 'candidates'],
    queryFn: () => ask(api.GET('/v1/wires/{id}/candidates', { params: { path: { id: wire.id } } })),
  })
  const money = (amount: number) => formatMoney(amount, wire.currency, locale)
  const received = wire.wire?.received_on
  return (
    <Part title={say('of', { amount: money(wire.unmatched), total: money(wire.amount) })}>
      <p className={styles.quiet}>
        {[
          wire.payer_name && say('from', { sender: wire.payer_name }),
          wire.customer_name &&
            say(wire.wire?.by_hand ? 'customer' : 'account', { customer: wire.customer_name }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.quiet}>
        {say('reference', { reference: wire.wire?.reference ?? say('noReference') })}
        {received &&
          ` · ${say('received', { date: formatDay(new Date(received), { locale, timeZone: 'UTC' }) })}`}
      </p>
      <p>
        <SendBackWire wire={wire} />
      </p>
      <h3>{say('candidates')}</h3>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data?.data.length === 0 && <p className={styles.quiet}>{say('noCandidates')}</p>}
      <ol className={styles.candidates}>
        {data?.data.map((candidate, at) => (
          <Option key={candidate.payment_request} wire={wire} candidate={candidate} isFirst={at === 0} />
        ))}
      </ol>
    </Part>
  )
}

function Option({ wire, candidate, isFirst }: { wire: Row; candidate: Candidate; isFirst: boolean }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const mayMatch = useMay('payments.receive')
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { payment_request: request, reference, open, score, reasons } = candidate
  const money = (amount: number) => formatMoney(amount, wire.currency, locale)
  const matching = useMutation({
    mutationFn: () => {
      const body = { payment_request: request }
      const params = { path: { id: wire.id }, header: keyOf('match', { wire: wire.id, ...body }) }
      return ask(api.POST('/v1/wires/{id}/match', { body, params }))
    },
    onSuccess: () => {
      const amount = money(Math.min(open, wire.unmatched))
      toast({ tone: 'done', text: say('matched', { amount, reference }) })
    },
    onSettled: () => {
      for (const kind of ['wires', 'payments', 'payment_requests', 'invoices', 'credits', 'priorities'])
        void queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  const left = wire.unmatched - open
  return (
    <li className={styles.candidate}>
      <div>
        <p>
          <Link to={`/pay/requests/${request}`}>{reference}</Link>
          {` · ${say('open', { amount: money(open) })}`}
        </p>
        <p className={styles.quiet}>
          <strong>{say('score', { score })}</strong>
          {reasons.map(({ reason, points }) => ` · ${say('reason', { reason: say(reason), points })}`)}
        </p>
        {left !== 0 && (
          <p className={styles.quiet}>
            {say(left > 0 ? 'over' : 'short', { amount: money(Math.abs(left)) })}
          </p>
        )}
        <ProblemNote error={matching.error} />
      </div>
      {mayMatch && (
        <Button
          variant={isFirst ? 'filled' : 'default'}
          loading={matching.isPending}
          aria-label={say('matchLabel', { reference })}
          onClick={() => matching.mutate()}
        >
          {say('match')}
        </Button>
      )}
    </li>
  )
}
