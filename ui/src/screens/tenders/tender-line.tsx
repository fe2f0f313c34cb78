import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import { Money } from '../../parts/money.tsx'
import { TakeBack } from '../../parts/wires/take-back.tsx'
import { formatDay, formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './tenders.module.css'
import type { Tender } from './tenders.tsx'
import { words } from './words.ts'

/** What one of them is called: `Cash`, `Cheque no. 451`. */
export function useTenderName(): (tender: Tender) => string {
  const say = useWords(words)
  return ({ method, tender }) =>
    method === 'cheque' ? say('cheque', { number: tender?.reference ?? '' }) : say('cash')
}

/** Cash or a cheque, whose it is and where it lies; `children` stands before it. */
export function TenderLine({ tender: row, children }: { tender: Tender; children?: ReactNode }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const name = useTenderName()(row)
  const mayTakeBack = useMay('refunds.create')
  const [isAsked, setAsked] = useState(false)
  const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const { customer, customer_name: customerName, tender } = row
  const givenBack = row.amount - (tender?.to_bank ?? row.amount)
  const facts = [
    tender && say('receivedOn', { date: day(tender.received_on) }),
    tender?.banked_on && say('bankedOn', { date: day(tender.banked_on) }),
    tender?.taken_back && say(tender.taken_back),
    givenBack > 0 && say('givenBack', { amount: formatMoney(givenBack, row.currency, locale) }),
    tender?.note,
  ].filter(Boolean)
  return (
    <li className={styles.line}>
      {children}
      <div className={styles.what}>
        <strong>{name}</strong> · <Link to={`/customers/${customer}`}>{customerName}</Link>
        <p className={styles.quiet}>{facts.join(' · ')}</p>
      </div>
      <div className={styles.right}>
        <Money amount={row.amount} currency={row.currency} />
        {mayTakeBack && row.state === 'succeeded' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say('takeBackOf', { name, customer: customerName ?? '' })}
            onClick={() => setAsked(true)}
          >
            {say('takeBack')}
          </Button>
        )}
      </div>
      {isAsked && <TakeBack payment={row} onClose={() => setAsked(false)} />}
    </li>
  )
}
