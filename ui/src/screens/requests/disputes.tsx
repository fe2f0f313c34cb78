import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { Allowed } from '../../parts/allowed.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { useDisputeReason } from '../../parts/dispute-reasons.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { AnswerDispute } from './answer-dispute.tsx'
import { disputeWords } from './dispute-words.ts'
import styles from './request.module.css'

export type Dispute = components['schemas']['Dispute']

const TONES: Readonly<Record<Dispute['state'], Tone>> = {
  inquiry: 'attention',
  needs_response: 'attention',
  under_review: 'processing',
  won: 'paid',
  lost: 'failed',
  closed: 'ended',
}

/** The disputes of a payment, with what can be answered of them; nothing where there is none. */
export function Disputes({ paymentId }: { paymentId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'of', paymentId],
    queryFn: () => ask(api.GET('/v1/disputes', { params: { query: { payment: paymentId, limit: 100 } } })),
  })
  if (error) return <ProblemNote error={error} onAgain={() => refetch()} />
  return data?.data.map((dispute) => <DisputeLine key={dispute.id} dispute={dispute} />)
}

function DisputeLine({ dispute }: { dispute: Dispute }) {
  const say = useWords(disputeWords)
  const sayReason = useDisputeReason()
  const { locale, timeZone } = useLanguage()
  const [isAnswering, setAnswering] = useState(false)
  const [isAccepting, setAccepting] = useState(false)
  const { amount, currency, state, due_by: dueBy, submitted_at: submittedAt, fee } = dispute
  const day = (at: string) => formatDay(new Date(at), { locale, timeZone })
  const facts = [
    say('reason', { reason: sayReason(dispute.reason) }),
    dispute.can_answer && dueBy !== null && say('due', { date: day(dueBy) }),
    fee > 0 && say('fee', { amount: formatMoney(fee, dispute.fee_currency ?? currency, locale) }),
    submittedAt !== null && say('submittedOn', { date: day(submittedAt) }),
  ].filter(Boolean)
  return (
    <div className={`${styles.payment} ${styles.dispute}`} data-dispute>
      <span className={styles.strong}>{say('title', { amount: formatMoney(amount, currency, locale) })}</span>
      <StatusBadge tone={TONES[state]}>{say(state)}</StatusBadge>
      <span className={styles.quiet}>{facts.join(' · ')}</span>
      {dispute.can_answer && (
        <Allowed to="disputes.answer">
          <span className={styles.buttons}>
            <Button size="compact-sm" onClick={() => setAnswering(true)}>
              {say('answer')}
            </Button>
            {state === 'needs_response' && (
              <Button size="compact-sm" variant="default" onClick={() => setAccepting(true)}>
                {say('accept')}
              </Button>
            )}
          </span>
        </Allowed>
      )}
      {isAnswering && <AnswerDispute dispute={dispute} onClose={() => setAnswering(false)} />}
      {isAccepting && <AcceptDispute dispute={dispute} onClose={() => setAccepting(false)} />}
    </div>
  )
}

/** Gives a dispute up, which nobody can take back. */
function AcceptDispute({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const say = useWords(disputeWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const amount = formatMoney(dispute.amount, dispute.currency, locale)
  const accept = async () => {
    const params = { path: { id: dispute.id }, header: keyOf('accept', {}) }
    await ask(api.POST('/v1/disputes/{id}/accept', { params }))
    toast({ tone: 'done', text: say('accepted') })
    for (const kind of ['disputes', 'payments', 'payment_requests', 'invoices'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('acceptTitle')}
      action={say('acceptDo', { amount })}
      isDangerous
      onConfirm={accept}
      onClose={onClose}
    >
      <p>{say('acceptText', { amount })}</p>
    </Confirm>
  )
}
