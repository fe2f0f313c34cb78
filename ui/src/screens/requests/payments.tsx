import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import type { components } from '../../api/schema.generated.ts'
import { Allowed } from '../../parts/allowed.tsx'
import { ClearingSaid } from '../../parts/clearing-said.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { PaymentMethod } from '../../parts/payment-method.tsx'
import { PaymentStatus } from '../../parts/payment-status.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { TakeBack } from '../../parts/wires/take-back.tsx'
import { UnmatchWire } from '../../parts/wires/unmatch-wire.tsx'
import { wireWords } from '../../parts/wires/words.ts'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { Disputes } from './disputes.tsx'
import { Refund } from './refund.tsx'
import { Refunds } from './refunds.tsx'
import styles from './request.module.css'
import { requestWords } from './request-words.ts'

export type Payment = components['schemas']['PaymentRow']

/** Every try to pay a request, newest first, with what can be given back of it. */
export function Payments({ requestId, isOfInvoice }: { requestId: string; isOfInvoice: boolean }) {
  const say = useWords(requestWords)
  const { data, error, refetch } = useQuery({
    queryKey: ['payments', 'of', requestId],
    queryFn: () =>
      ask(api.GET('/v1/payments', { params: { query: { payment_request: requestId, limit: 100 } } })),
  })
  return (
    <section className={styles.part}>
      <h2>{say('payments')}</h2>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data?.data.length === 0 && <p className={styles.quiet}>{say('noPayments')}</p>}
      <ul>
        {data?.data.map((payment) => (
          <PaymentLine key={payment.id} payment={payment} isOfInvoice={isOfInvoice} />
        ))}
      </ul>
    </section>
  )
}

/** A day as banks count it, the same in every time zone. */
const bankDay = (day: string, locale: string) => formatDay(new Date(day), { locale, timeZone: 'UTC' })

function PaymentLine({ payment, isOfInvoice }: { payment: Payment; isOfInvoice: boolean }) {
  const say = useWords(requestWords)
  const { locale, language } = useLanguage()
  const sayWire = useWords(wireWords)
  const [dialog, setDialog] = useState<'refund' | 'take back'>()
  const {
    amount,
    currency,
    state,
    card,
    bank,
    method,
    clears,
    wire,
    fee,
    fee_currency: feeCurrency,
  } = payment
  const expected = ({ from, to }: { from: string; to: string }) =>
    say('expected', { from: bankDay(from, locale), to: bankDay(to, locale) })
  const left = amount - payment.charged_back_amount - payment.refunded_amount - payment.refunding_amount
  return (
    <li className={styles.payment}>
      <span>
        <span className={styles.strong}>
          <Money amount={amount} currency={currency} />
        </span>
        {(card || bank || wire || method === 'bnpl') && (
          <>
            {' · '}
            <PaymentMethod payment={payment} />
          </>
        )}
      </span>
      <PaymentStatus payment={payment} />
      <span className={styles.quiet}>
        <Moment at={payment.created_at} />
        {payment.payer_name && ` ${say('by', { name: payment.payer_name })}`}
        {wire && ` · ${sayWire('receivedOn', { date: bankDay(wire.received_on, locale) })}`}
        {wire?.reference && ` · ${sayWire('withReference', { reference: wire.reference })}`}
        {wire?.taken_back && ` · ${sayWire(`because_${wire.taken_back}`)}`}
        {wire?.note && ` · ${wire.note}`}
        {state === 'processing' && clears && ` · ${expected(clears)}`}
        {state === 'succeeded' && payment.clearing && (
          <>
            {' · '}
            <ClearingSaid clearing={payment.clearing} />
          </>
        )}
        {fee !== null && feeCurrency && ` · ${say('fee', { amount: formatMoney(fee, feeCurrency, locale) })}`}
        {payment.refunded_amount > 0 &&
          ` · ${say('refundedOf', { amount: formatMoney(payment.refunded_amount, currency, locale) })}`}
        {payment.clearing?.notice?.[language] && (
          <span className={styles.guaranteed}>{payment.clearing.notice[language]}</span>
        )}
      </span>
      <span className={styles.buttons}>
        {payment.settled_at !== null && state !== 'failed' && state !== 'returned' && (
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={`/v1/payments/${payment.id}/receipt?language=${language}`}
            target="_blank"
          >
            {say('receipt')}
          </Button>
        )}
        {state === 'succeeded' && wire?.by_hand === false && <UnmatchWire payment={payment} />}
        {state === 'succeeded' && wire?.by_hand && (
          <Allowed to="refunds.create">
            <Button size="compact-sm" variant="default" onClick={() => setDialog('take back')}>
              {sayWire('takeBack')}
            </Button>
          </Allowed>
        )}
        {(state === 'succeeded' || state === 'charged_back') && !payment.disputed && left > 0 && (
          <Allowed to={wire === null ? 'refunds.create' : 'refunds.record'}>
            <Button size="compact-sm" variant="default" onClick={() => setDialog('refund')}>
              {say('refund')}
            </Button>
          </Allowed>
        )}
      </span>
      {payment.refunded_amount + payment.refunding_amount > 0 && <Refunds payment={payment} />}
      {(state === 'succeeded' || state === 'charged_back') && <Disputes paymentId={payment.id} />}
      {dialog === 'refund' && (
        <Refund payment={payment} isOfInvoice={isOfInvoice} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'take back' && <TakeBack payment={payment} onClose={() => setDialog(undefined)} />}
    </li>
  )
}
