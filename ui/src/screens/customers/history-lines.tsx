import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { components } from '../../api/schema.generated.ts'
import { InvoiceStatus } from '../../parts/invoice-status.tsx'
import { Day, Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { PaymentStatus } from '../../parts/payment-status.tsx'
import { RequestStatus } from '../../parts/request-status.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { customerWords } from './customer-words.ts'
import styles from './customers.module.css'

type Schemas = components['schemas']

/** an invoice's head opens the invoice. */
export function InvoiceLine({ invoice }: { invoice: Schemas['Invoice'] }) {
  const say = useWords(customerWords)
  const { locale } = useLanguage()
  const { open, total, currency } = invoice
  return (
    <Line to={`/invoices/${invoice.id}`} title={invoice.number} amount={total} currency={currency}>
      <span className={styles.quiet}>
        <Day at={invoice.issued_on} />
        {open > 0 && open < total && ` · ${say('open', { amount: formatMoney(open, currency, locale) })}`}
      </span>
      <InvoiceStatus status={invoice.status} />
    </Line>
  )
}

export function RequestLine({ request }: { request: Schemas['PaymentRequest'] }) {
  return (
    <Line
      to={`/pay/requests/${request.id}`}
      title={request.title ?? request.reference}
      amount={request.total}
      currency={request.currency}
    >
      <span className={styles.quiet}>
        <Moment at={request.created_at} />
      </span>
      <RequestStatus status={request.status} />
    </Line>
  )
}

export function PaymentLine({ payment }: { payment: Schemas['PaymentRow'] }) {
  const { payment_request: request, reference, card, method } = payment
  return (
    <Line
      to={request === null ? undefined : `/pay/requests/${request}`}
      title={reference ?? (card === null ? method : `···· ${card.last4}`)}
      amount={payment.amount}
      currency={payment.currency}
    >
      <span className={styles.quiet}>
        <Moment at={payment.created_at} />
      </span>
      <PaymentStatus payment={payment} />
    </Line>
  )
}

export function More({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={styles.more}>
      {children}
    </Link>
  )
}

interface LineProps {
  to: string | undefined
  title: string
  amount: number
  currency: string
  children: ReactNode
}

function Line({ to, title, amount, currency, children }: LineProps) {
  const inside = (
    <>
      <strong>{title}</strong>
      <Money amount={amount} currency={currency} />
      {children}
    </>
  )
  return (
    <li>
      {to === undefined ? (
        <span className={styles.line}>{inside}</span>
      ) : (
        <Link to={to} className={styles.line}>
          {inside}
        </Link>
      )}
    </li>
  )
}
