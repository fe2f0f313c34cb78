import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Part } from '../../parts/detail/index.ts'
import { Moment } from '../../parts/moment.tsx'
import { usePaymentMethod } from '../../parts/payment-method.tsx'
import { PaymentStatus } from '../../parts/payment-status.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Order } from './order-list.tsx'
import { orderWords } from './order-words.ts'
import styles from './orders.module.css'

interface Happened {
  key: string
  at: string
  what: ReactNode
  badge?: ReactNode
}

/** what happened to an order, with the payments that were tried and made for it; the newest first. */
export function OrderStory({ order }: { order: Order }) {
  const say = useWords(orderWords)
  const { locale } = useLanguage()
  const method = usePaymentMethod()
  const mayRead = useMay('payments.read')
  const { data, error, refetch } = useQuery({
    queryKey: ['payments', 'of-order', order.id, order.invoice?.id],
    queryFn: () => ask(api.GET('/v1/orders/{id}/payments', { params: { path: { id: order.id } } })),
    enabled: mayRead && order.invoice !== null,
  })
  const steps = [
    [say('taken'), order.created_at],
    [say('confirmedAt'), order.confirmed_at],
    [say('canceledAt'), order.canceled_at],
  ] as const
  const happened: Happened[] = [
    ...steps.flatMap(([what, at]) => (at === null ? [] : [{ key: what, at, what }])),
    ...(data?.data ?? []).map((payment) => {
      const what = say('paymentOf', {
        amount: formatMoney(payment.amount, payment.currency, locale),
        method: method(payment),
      })
      return {
        key: payment.id,
        at: payment.settled_at ?? payment.created_at,
        what: payment.payment_request ? (
          <Link to={`/pay/requests/${payment.payment_request}`}>{what}</Link>
        ) : (
          what
        ),
        badge: <PaymentStatus payment={payment} />,
      }
    }),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <Part title={say('story')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      <ul className={styles.happened}>
        {happened.map(({ key, at, what, badge }) => (
          <li key={key}>
            <span>
              {what} {badge}
            </span>
            <span className={styles.quiet}>
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
