import { ActionIcon, CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Maximize2, Minimize2 } from 'lucide-react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Allowed } from '../../parts/allowed.tsx'
import { Taken } from '../../parts/by-phone/taken.tsx'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { RequestStatus } from '../../parts/request-status.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Facts } from './facts.tsx'
import type { PaymentRequest } from './make-request.ts'
import { Payments } from './payments.tsx'
import styles from './request.module.css'
import { RequestActions } from './request-actions.tsx'
import { requestWords } from './request-words.ts'
import { Timeline } from './timeline.tsx'
import { words } from './words.ts'

/**
 * The transaction page: what was asked of whom, how it stands, what was done, and what can be done now. It opens beside
 * the requests, and beside the payments and refunds of its own.
 */
export function Component() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['payment_requests', id],
    queryFn: () => ask(api.GET('/v1/payment_requests/{id}', { params: { path: { id } } })),
  })
  if (data !== undefined) return <Request request={data} />
  return error ? (
    <div className={styles.page}>
      <ProblemNote error={error} onAgain={() => refetch()} />
    </div>
  ) : (
    <Lines count={8} />
  )
}

function Request({ request }: { request: PaymentRequest }) {
  const say = useWords(requestWords)
  const { locale } = useLanguage()
  const { open, total, refunded, currency } = request
  const money = (amount: number) => formatMoney(amount, currency, locale)
  return (
    <article className={styles.page}>
      <Taken />
      <Head request={request} />
      <div className={styles.sum}>
        <Money amount={total} currency={currency} className={styles.amount} />
        <RequestStatus status={request.status} />
      </div>
      {open > 0 && open < total && <p>{say('toPay', { amount: money(open) })}</p>}
      {refunded > 0 && <p>{say('refundedOf', { amount: money(refunded) })}</p>}
      <div className={styles.columns}>
        <RequestActions request={request} />
        <div className={styles.story}>
          <Allowed to="payments.read">
            <Payments requestId={request.id} isOfInvoice={request.kind === 'invoice'} />
          </Allowed>
          <Timeline requestId={request.id} />
          <Facts request={request} />
        </div>
      </div>
    </article>
  )
}

function Head({ request }: { request: PaymentRequest }) {
  const say = useWords(requestWords)
  const list = useWords(words)
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const isAlone = search.has('alone')
  const { email, customer_name: customer } = request
  const place = new URLSearchParams(search)
  place.delete('alone')
  return (
    <header className={styles.head}>
      <div>
        <h1>{request.title ?? request.reference}</h1>
        <p className={styles.quiet}>{customer ?? email ?? list('somebody')}</p>
      </div>
      <div className={styles.corner}>
        <ActionIcon
          variant="subtle"
          className={styles.wideOnly}
          aria-label={isAlone ? say('beside') : say('wide')}
          onClick={() => {
            if (isAlone) place.delete('alone')
            else place.set('alone', '1')
            setSearch(place, { replace: true })
          }}
        >
          {isAlone ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
        </ActionIcon>
        <CloseButton
          aria-label={list('close')}
          onClick={() => {
            place.delete('alone')
            navigate({ pathname: '..', search: place.toString() })
          }}
        />
      </div>
    </header>
  )
}
