import type { ReactNode } from 'react'
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import type { PaymentRequest } from './make-request.ts'
import styles from './request.module.css'
import { RequestWays } from './request-ways.tsx'
import { requestWords } from './request-words.ts'

/** What was asked, as it stands. */
export function Facts({ request }: { request: PaymentRequest }) {
  const say = useWords(requestWords)
  const { currency, breakdown } = request
  const money = (amount: number) => <Money amount={amount} currency={currency} />
  const link = request.links.find(({ state }) => state === 'active')
  return (
    <section className={styles.part}>
      <h2>{say('facts')}</h2>
      <dl className={styles.facts}>
        {breakdown && (
          <>
            <Fact name={say('subtotal')}>{money(breakdown.subtotal)}</Fact>
            <Fact name={say('tax')}>{money(breakdown.tax)}</Fact>
            <Fact name={say('shipping')}>{money(breakdown.shipping)}</Fact>
          </>
        )}
        <Fact name={say('asked')}>{money(request.total)}</Fact>
        <Fact name={say('left')}>{money(request.open)}</Fact>
        {request.part_of && (
          <Fact name={say('partOf')}>
            {request.part_of.label} {money(request.part_of.total)}
          </Fact>
        )}
        <Fact name={say('reference')}>{request.reference}</Fact>
        {request.customer_name && <Fact name={say('customer')}>{request.customer_name}</Fact>}
        {request.email && <Fact name={say('email')}>{request.email}</Fact>}
        {request.message && <Fact name={say('message')}>{request.message}</Fact>}
        {request.attachments.length > 0 && (
          <Fact name={say('attachments')}>
            {request.attachments.map(({ file_name }) => file_name).join('\n')}
          </Fact>
        )}
        {request.open > 0 && (
          <Fact name={say('ways')}>
            <RequestWays requestId={request.id} />
          </Fact>
        )}
        <Fact name={say('created')}>
          <Moment at={request.created_at} />
        </Fact>
        {link?.expires_at && (
          <Fact name={say('expires')}>
            <Moment at={link.expires_at} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
