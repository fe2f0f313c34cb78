import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ExportLink } from '../../parts/list/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { BankForm } from './bank-form.tsx'
import { Deposits } from './deposits.tsx'
import { TenderLine } from './tender-line.tsx'
import styles from './tenders.module.css'
import { words } from './words.ts'

export type Tender = components['schemas']['TenderRow']

const PAGE = 100

/** Pay → Cash and cheques: what waits to be banked, ticked and banked in one go, and what was. */
export function Component() {
  const say = useWords(words)
  const mayReceive = useMay('payments.receive')
  const [shown, setShown] = useState<'toBank' | 'banked' | 'deposits'>('toBank')
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        {mayReceive && <Link to="/pay/receive">{say('receive')}</Link>}
        {shown !== 'deposits' && <ExportLink path="/v1/tenders" query={{ banked: shown === 'banked' }} />}
      </div>
      <p className={styles.quiet}>{say('text')}</p>
      <SegmentedControl
        aria-label={say('shown')}
        className={styles.choice ?? ''}
        value={shown}
        onChange={setShown}
        data={[
          { value: 'toBank', label: say('toBank') },
          { value: 'banked', label: say('banked') },
          { value: 'deposits', label: say('deposits') },
        ]}
      />
      {shown === 'deposits' ? <Deposits /> : <Tenders isBanked={shown === 'banked'} />}
    </div>
  )
}

function Tenders({ isBanked }: { isBanked: boolean }) {
  const say = useWords(words)
  const mayReceive = useMay('payments.receive')
  const rows = useKeyset<Tender>(['tenders', isBanked], (starting_after) =>
    ask(
      api.GET('/v1/tenders', {
        params: {
          query: {
            banked: isBanked,
            limit: PAGE,
            ...(starting_after === undefined ? {} : { starting_after }),
          },
        },
      }),
    ),
  )
  const isNone = !rows.isPending && !rows.error && rows.rows.length === 0
  return (
    <>
      <ProblemNote error={rows.error} onAgain={rows.again} />
      {rows.isPending && <Lines count={4} />}
      {isNone && (
        <Empty
          title={say(isBanked ? 'noneBankedTitle' : 'noneTitle')}
          text={say(isBanked ? 'noneBankedText' : 'noneText')}
        />
      )}
      {rows.rows.length > 0 &&
        (mayReceive && !isBanked ? (
          <BankForm tenders={rows.rows} />
        ) : (
          <ul className={styles.lines}>
            {rows.rows.map((tender) => (
              <TenderLine key={tender.id} tender={tender} />
            ))}
          </ul>
        ))}
      {rows.hasMore && (
        <Button variant="subtle" loading={rows.isLoadingMore} onClick={rows.loadMore}>
          {say('more')}
        </Button>
      )}
    </>
  )
}
