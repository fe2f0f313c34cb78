import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Allowed } from '../../parts/allowed.tsx'
import { asPaid, type Saved } from '../../parts/charging/saved-method.ts'
import { Day } from '../../parts/moment.tsx'
import { PaymentMethod, usePaymentMethod } from '../../parts/payment-method.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { useWords } from '../../words/index.ts'
import { ChargeMethod } from './charge-method.tsx'
import type { Customer } from './customer.tsx'
import { MakeDefault, RemoveMethod } from './method-dialogs.tsx'
import { Forms } from './method-forms.tsx'
import { methodWords } from './method-words.ts'
import styles from './methods.module.css'

type Doing = { what: 'charge' | 'default' | 'remove'; method: Saved }

/** what a customer lets the company keep, and what can be done with it. Nobody sees a number: none is here. */
export function Methods({ customer }: { customer: Customer }) {
  const say = useWords(methodWords)
  const [doing, setDoing] = useState<Doing>()
  const params = { path: { id: customer.id } }
  const { data, error, refetch } = useQuery({
    queryKey: ['payment_methods', 'of', customer.id],
    queryFn: async () => (await ask(api.GET('/v1/customers/{id}/payment_methods', { params }))).data,
  })
  const close = () => setDoing(undefined)
  if (error && data === undefined) return <ProblemNote error={error} onAgain={() => refetch()} />
  if (data === undefined) return <Lines count={2} />
  return (
    <>
      <Allowed to="payment_methods.request">
        <Forms customer={customer} />
      </Allowed>
      {data.length === 0 && <p className={styles.quiet}>{say('none')}</p>}
      <ul className={styles.methods} aria-label={say('list')}>
        {data.map((method) => (
          <Line key={method.id} method={method} onDo={(what) => setDoing({ what, method })} />
        ))}
      </ul>
      {doing?.what === 'charge' && <ChargeMethod customer={customer} method={doing.method} onClose={close} />}
      {doing?.what === 'default' && <MakeDefault method={doing.method} onClose={close} />}
      {doing?.what === 'remove' && <RemoveMethod customer={customer} method={doing.method} onClose={close} />}
    </>
  )
}

function Line({ method, onDo }: { method: Saved; onDo: (what: Doing['what']) => void }) {
  const say = useWords(methodWords)
  const name = usePaymentMethod()(asPaid(method))
  const { card, state, consent } = method
  return (
    <li className={styles.method}>
      <div className={styles.what}>
        <strong>
          <PaymentMethod payment={asPaid(method)} />
        </strong>
        {method.default && <StatusBadge tone="quiet">{say('default')}</StatusBadge>}
        {state !== 'active' && state !== 'removed' && (
          <StatusBadge tone="attention">{say(state)}</StatusBadge>
        )}
      </div>
      <p className={styles.quiet}>
        {card && `${say('until', { month: monthOf(card) })} · `}
        {say('saved')} <Day at={method.created_at} />
      </p>
      {consent && (
        <details className={styles.consent}>
          <summary>{say('agreed')}</summary>
          <blockquote>{consent.text}</blockquote>
        </details>
      )}
      <Allowed to="payments.receive">
        <div className={styles.does}>
          {state === 'active' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say('charge', { method: name })}
              onClick={() => onDo('charge')}
            >
              {say('chargeShort')}
            </Button>
          )}
          {state === 'active' && !method.default && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={say('makeThisDefault', { method: name })}
              onClick={() => onDo('default')}
            >
              {say('makeDefaultShort')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            aria-label={say('remove', { method: name })}
            onClick={() => onDo('remove')}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </div>
      </Allowed>
    </li>
  )
}

/** As it stands on the card, in every language. */
function monthOf({ exp_month: month, exp_year: year }: NonNullable<Saved['card']>): string {
  return `${String(month).padStart(2, '0')}/${year}`
}
