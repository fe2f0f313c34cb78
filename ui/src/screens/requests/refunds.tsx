import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { Allowed } from '../../parts/allowed.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { RefundStatus } from '../../parts/refund-status.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { givenWords } from './given-words.ts'
import type { Payment } from './payments.tsx'
import { refundLineWords } from './refund-line-words.ts'
import { reasonWords } from './refund-reasons.ts'
import { RefundTold } from './refund-told.tsx'
import styles from './request.module.css'

type Refund = components['schemas']['RefundRow']

/** What was given back of a payment: why, how, how far it is, and what the payer will see of it. */
export function Refunds({ payment }: { payment: Payment }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['refunds', 'of', payment.id],
    queryFn: () => ask(api.GET('/v1/refunds', { params: { query: { payment: payment.id, limit: 100 } } })),
  })
  if (error) return <ProblemNote error={error} onAgain={() => refetch()} />
  return data?.data.map((refund) => <RefundLine key={refund.id} refund={refund} payment={payment} />)
}

function RefundLine({ refund, payment }: { refund: Refund; payment: Payment }) {
  const say = useWords(refundLineWords)
  const why = useWords(reasonWords)
  const ways = useWords(givenWords)
  const { locale } = useLanguage()
  const [isUndoing, setUndoing] = useState(false)
  const { amount, currency, state, given_by: by, given_on: on, given_reference: number } = refund
  const isByHand = by !== 'processor'
  const facts = [
    refund.reason_code !== null && why(refund.reason_code),
    refund.reason,
    isByHand &&
      on !== null &&
      say('given', { way: ways(by), date: formatDay(new Date(on), { locale, timeZone: 'UTC' }) }),
    number !== null && say('number', { number }),
    refund.bank_reference !== null && say('bankReference', { number: refund.bank_reference }),
  ].filter(Boolean)
  const isGone = state === 'succeeded' || state === 'pending' || state === 'requested'
  return (
    <div className={`${styles.payment} ${styles.dispute}`} data-refund>
      <span className={styles.strong}>{say('title', { amount: formatMoney(amount, currency, locale) })}</span>
      <RefundStatus state={state} />
      {facts.length > 0 && <span className={`${styles.quiet} ${styles.dispute}`}>{facts.join(' · ')}</span>}
      {isGone && (
        <span className={`${styles.quiet} ${styles.dispute}`}>
          <RefundTold method={payment.method} isByHand={isByHand} />
        </span>
      )}
      {isByHand && state === 'succeeded' && (
        <Allowed to="refunds.record">
          <Button size="compact-sm" variant="default" onClick={() => setUndoing(true)}>
            {say('undo')}
          </Button>
        </Allowed>
      )}
      {isUndoing && <UndoRefund refund={refund} onClose={() => setUndoing(false)} />}
    </div>
  )
}

/** Takes what somebody booked by hand out of the books again. */
function UndoRefund({ refund, onClose }: { refund: Refund; onClose: () => void }) {
  const say = useWords(refundLineWords)
  const { locale } = useLanguage()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const amount = formatMoney(refund.amount, refund.currency, locale)
  const undo = async () => {
    await ask(
      api.POST('/v1/refunds/{id}/undo', { params: { path: { id: refund.id }, header: keyOf('undo', {}) } }),
    )
    toast({ tone: 'done', text: say('undone') })
    for (const kind of ['payments', 'payment_requests', 'refunds', 'invoices', 'credits'])
      void queries.invalidateQueries({ queryKey: [kind] })
  }
  return (
    <Confirm
      title={say('undoTitle')}
      action={say('undoDo', { amount })}
      isDangerous
      onConfirm={undo}
      onClose={onClose}
    >
      <p>{say('undoText', { amount })}</p>
    </Confirm>
  )
}
