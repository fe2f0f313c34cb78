import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { useMay, useSession } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { CustomerField } from '../../parts/customer-field.tsx'
import { useHold } from '../../parts/holding.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import styles from './receive.module.css'
import { ReceiveForm } from './receive-form.tsx'
import { type Customer, useGivenCustomer } from './use-customer.ts'
import { words } from './words.ts'

/** Pay → Receive payment. A customer, what they pay and how, and what it settles. */
export function Component() {
  const say = useWords(words)
  const mayReceive = useMay('payments.receive')
  const [search] = useSearchParams()
  const { customer: given, error } = useGivenCustomer(search.get('customer'))
  // Once it is booked the form is a fresh one.
  const [booked, setBooked] = useState<{ text: string; count: number }>({ text: '', count: 0 })
  if (!mayReceive) return <Navigate to="/" replace />
  const count = booked.count
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <Link to="/pay/tenders">{say('toBank')}</Link>
        <Link to="/pay/requests/new">{say('orLink')}</Link>
      </div>
      <p className={styles.quiet}>{say('text')}</p>
      <output className={booked.text === '' ? undefined : styles.done}>{booked.text}</output>
      <ProblemNote error={error} />
      {given === undefined && search.get('customer') !== null && !error && count === 0 ? (
        <Lines count={4} />
      ) : (
        <Fresh
          key={count}
          start={count === 0 ? given : undefined}
          owed={{ invoice: search.get('invoice'), currency: search.get('currency') }}
          isAgain={count > 0}
          onBooked={(text) => setBooked({ text, count: count + 1 })}
        />
      )}
    </div>
  )
}

interface FreshProps {
  start: Customer | undefined
  /** What the first customer is to pay, where one comes from an order. */
  owed: { invoice: string | null; currency: string | null }
  /** Another was booked just before: the next one begins with its customer. */
  isAgain: boolean
  onBooked: (text: string) => void
}

function Fresh({ start, owed, isAgain, onBooked }: FreshProps) {
  const say = useWords(words)
  const { company } = useSession()
  const [customer, setCustomer] = useState(start)
  const [leadsTo, setLeadsTo] = useState<string>()
  useHold(customer !== undefined && customer !== start && leadsTo === undefined)
  if (leadsTo !== undefined) return <Navigate to={leadsTo} />
  return (
    <div className={styles.form}>
      <CustomerField
        label={say('customer')}
        autoFocus={isAgain || start === undefined}
        value={customer && { kind: 'customer', customer }}
        onChange={(payer) => setCustomer(payer?.kind === 'customer' ? payer.customer : undefined)}
      />
      {customer === undefined ? (
        <p className={styles.quiet}>{say('choose')}</p>
      ) : (
        <ReceiveForm
          key={customer.id}
          customer={customer}
          companyCurrency={company.currency}
          owed={customer === start ? owed : undefined}
          onDone={(text) => (text === undefined ? setLeadsTo(`/customers/${customer.id}`) : onBooked(text))}
        />
      )}
    </div>
  )
}
