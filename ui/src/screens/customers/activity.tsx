import { Ago } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import type { Customer } from './customer.tsx'
import { customerWords } from './customer-words.ts'
import styles from './customers.module.css'
import type { CustomerHistory } from './use-history.ts'

interface Happening {
  id: string
  at: string
  text: string
  amount?: number
  currency?: string
}

const SHOWN = 20

/** What happened with a customer lately, of every kind, newest first. */
export function Activity({ customer, history }: { customer: Customer; history: CustomerHistory }) {
  const happenings = useHappenings(customer, history).slice(0, SHOWN)
  return (
    <ol className={styles.lines}>
      {happenings.map(({ id, at, text, amount, currency }) => (
        <li key={id}>
          <span className={styles.line}>
            <strong>{text}</strong>
            <span>
              {amount !== undefined && currency !== undefined && (
                <Money amount={amount} currency={currency} />
              )}
            </span>
            <span className={styles.quiet}>
              <Ago at={at} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function useHappenings(customer: Customer, { invoices, requests, payments }: CustomerHistory): Happening[] {
  const say = useWords(customerWords)
  const did = { succeeded: 'did_paid', failed: 'did_declined' } as const
  const all: Happening[] = [
    { id: customer.id, at: customer.created_at, text: say('did_customer') },
    ...(invoices.data ?? []).map((invoice) => ({
      id: invoice.id,
      at: invoice.created_at,
      text: say('did_invoice', { number: invoice.number }),
      amount: invoice.total,
      currency: invoice.currency,
    })),
    ...(requests.data ?? []).map((request) => ({
      id: request.id,
      at: request.sent_at ?? request.created_at,
      text: say('did_request', { reference: request.title ?? request.reference }),
      amount: request.total,
      currency: request.currency,
    })),
    ...(payments.data ?? []).map((payment) => ({
      id: payment.id,
      at: payment.settled_at ?? payment.created_at,
      text: say(
        payment.state === 'succeeded' || payment.state === 'failed' ? did[payment.state] : 'did_payment',
        {
          reference: payment.reference ?? '',
        },
      ),
      amount: payment.amount,
      currency: payment.currency,
    })),
  ]
  return all.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
}
