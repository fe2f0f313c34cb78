import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { formatDay, useLanguage, useWords } from '../../words/index.ts'
import styles from './tenders.module.css'
import { UndoDeposit } from './undo-deposit.tsx'
import { words } from './words.ts'

export type BankDeposit = components['schemas']['BankDeposit']

const PAGE = 50

/** What was taken to the bank in one go, newest first; one that was not made after all is undone as a whole. */
export function Deposits() {
  const say = useWords(words)
  const rows = useKeyset<BankDeposit>(['bank_deposits'], (starting_after) =>
    ask(
      api.GET('/v1/bank_deposits', {
        params: { query: { limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  if (rows.isPending) return <Lines count={4} />
  if (rows.error !== null && rows.error !== undefined)
    return <ProblemNote error={rows.error} onAgain={rows.again} />
  if (rows.rows.length === 0) return <Empty title={say('noneBankedTitle')} text={say('noneDepositsText')} />
  return (
    <>
      <ul className={styles.lines}>
        {rows.rows.map((deposit) => (
          <DepositLine key={deposit.id} deposit={deposit} />
        ))}
      </ul>
      {rows.hasMore && (
        <Button variant="subtle" loading={rows.isLoadingMore} onClick={rows.loadMore}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

function DepositLine({ deposit }: { deposit: BankDeposit }) {
  const say = useWords(words)
  const { locale, timeZone } = useLanguage()
  const mayReceive = useMay('payments.receive')
  const [isAsked, setAsked] = useState(false)
  const { amount, currency, deposited_on, payments, reference, undone_at, undo_reason } = deposit
  const date = formatDay(new Date(`${deposited_on}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const facts = [
    say('ofPayments', { count: payments.length }),
    reference && say('slipNumber', { number: reference }),
    undone_at && say('undoneOn', { date: formatDay(new Date(undone_at), { locale, timeZone }) }),
    undo_reason,
  ].filter(Boolean)
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <strong>{say('depositOf', { date })}</strong>
        <p className={styles.quiet}>{facts.join(' · ')}</p>
      </div>
      <div className={styles.right}>
        <Money amount={amount} currency={currency} />
        {mayReceive && undone_at === null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say('undoOf', { date })}
            onClick={() => setAsked(true)}
          >
            {say('undo')}
          </Button>
        )}
      </div>
      {isAsked && <UndoDeposit deposit={deposit} onClose={() => setAsked(false)} />}
    </li>
  )
}
