import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { Taken } from '../../parts/by-phone/taken.tsx'
import { DetailHead, DetailPage, Fact, Facts, Part } from '../../parts/detail/index.ts'
import { InvoiceStatus } from '../../parts/invoice-status.tsx'
import { InvoiceMails, InvoiceRequests } from '../../parts/invoice-story/invoice-story.tsx'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { LineTable, Sums } from '../../parts/terms/index.ts'
import { useWords } from '../../words/index.ts'
import { OrderActions } from './order-actions.tsx'
import type { Order } from './order-list.tsx'
import { OrderState } from './order-state.tsx'
import { OrderStory } from './order-story.tsx'
import { orderWords } from './order-words.ts'
import styles from './orders.module.css'

export function useOrder(id: string) {
  return useQuery({
    queryKey: ['orders', id],
    queryFn: () => ask(api.GET('/v1/orders/{id}', { params: { path: { id } } })),
  })
}

/** An order: what is wanted, how far it is, how its money stands, and what can be done with it. */
export function Component() {
  const { id = '' } = useParams()
  return <DetailPage query={useOrder(id)}>{(order) => <Shown key={id} order={order} />}</DetailPage>
}

function Shown({ order }: { order: Order }) {
  const say = useWords(orderWords)
  const { total, currency, invoice } = order
  return (
    <>
      <Taken />
      <DetailHead
        title={order.number}
        subtitle={<Link to={`/customers/${order.customer}`}>{order.customer_name}</Link>}
        closesTo="/orders"
      />
      <div className={styles.sum}>
        <Money amount={total} currency={currency} className={styles.amount} />
        <OrderState state={order.state} />
        {invoice && <InvoiceStatus status={invoice.status} />}
      </div>
      {order.state === 'unconfirmed' && invoice?.status === 'processing' && <p>{say('processing')}</p>}
      <OrderActions order={order} />
      <Part title={say('lines')}>
        <LineTable lines={order.lines ?? []} currency={currency} />
        <Sums sums={order} />
      </Part>
      <Part title={say('money')}>
        {invoice === null ? (
          <p className={styles.quiet}>{say('noInvoice')}</p>
        ) : (
          <div className={styles.sum}>
            <Link to={`/invoices/${invoice.id}`}>{invoice.number}</Link>
            <InvoiceStatus status={invoice.status} />
            {invoice.open > 0 && (
              <span className={styles.quiet}>
                {say('left')} <Money amount={invoice.open} currency={currency} />
              </span>
            )}
          </div>
        )}
      </Part>
      <OrderStory order={order} />
      {invoice && <InvoiceRequests invoice={invoice} />}
      {invoice && <InvoiceMails invoice={invoice} />}
      <Part title={say('details')}>
        <Facts>
          <Fact name={say('po')}>{order.po_number}</Fact>
          <Fact name={say('wanted')}>{order.wanted_on && <Day at={order.wanted_on} />}</Fact>
          <Fact name={say('note')}>{order.note}</Fact>
          <Fact name={say('revision')}>{order.revision > 1 ? order.revision : null}</Fact>
        </Facts>
      </Part>
    </>
  )
}
