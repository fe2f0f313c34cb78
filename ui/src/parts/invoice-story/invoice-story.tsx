import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { Part } from '../detail/index.ts'
import { Moment } from '../moment.tsx'
import { Money } from '../money.tsx'
import { ProblemNote } from '../problem.tsx'
import { RequestStatus } from '../request-status.tsx'
import { StatusBadge, type Tone } from '../status-badge.tsx'
import styles from './invoice-story.module.css'
import { storyWords } from './words.ts'

type PaymentRequest = components['schemas']['PaymentRequest']
type Mail = components['schemas']['InvoiceEmail']

/** The requests that ask for an invoice, and whether a link of theirs is out. */
export function InvoiceRequests({ invoice }: { invoice: { id: string } }) {
  const say = useWords(storyWords)
  const mayRead = useMay('requests.read')
  const { data, error, refetch } = useQuery({
    queryKey: ['payment_requests', 'of-invoice', invoice.id],
    queryFn: () =>
      ask(api.GET('/v1/payment_requests', { params: { query: { invoice: invoice.id, limit: 20 } } })),
    enabled: mayRead,
  })
  if (!mayRead) return null
  return (
    <Part title={say('requests')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data?.data.length === 0 && <p className={styles.quiet}>{say('noRequests')}</p>}
      <ul>
        {data?.data.map((request) => (
          <li key={request.id}>
            <Link to={`/pay/requests/${request.id}`} className={styles.entry}>
              <strong>{request.reference}</strong>
              <Money amount={request.total} currency={request.currency} />
              <span className={styles.quiet}>
                <LinkState request={request} />
              </span>
              <RequestStatus status={request.status} />
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function LinkState({ request }: { request: PaymentRequest }) {
  const say = useWords(storyWords)
  const link = request.links.find(({ state }) => state === 'active')
  if (link === undefined) return say('linkNone')
  return (
    <>
      {say(link.opened_at === null ? 'linkOut' : 'linkOpened')}{' '}
      <Moment at={link.opened_at ?? link.issued_at} />
    </>
  )
}

const TONES: Readonly<Record<Mail['state'], Tone>> = {
  queued: 'processing',
  sent: 'sent',
  delivered: 'paid',
  failed: 'failed',
}

/** The mails that it was sent by, newest first. */
export function InvoiceMails({ invoice }: { invoice: { id: string } }) {
  const say = useWords(storyWords)
  const { data, error, refetch } = useQuery({
    queryKey: ['invoices', invoice.id, 'emails'],
    queryFn: () => ask(api.GET('/v1/invoices/{id}/emails', { params: { path: { id: invoice.id } } })),
  })
  return (
    <Part title={say('mails')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data?.data.length === 0 && <p className={styles.quiet}>{say('noMails')}</p>}
      <ul>
        {data?.data.toReversed().map((mail) => (
          <li key={mail.id}>
            <span className={styles.entry}>
              <span>{mail.to}</span>
              <StatusBadge tone={TONES[mail.state]}>{say(`mail_${mail.state}`)}</StatusBadge>
              <span className={styles.quiet}>
                <Moment at={mail.sent_at ?? mail.created_at} />
                {mail.error && ` · ${mail.error}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
