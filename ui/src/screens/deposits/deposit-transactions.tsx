import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Part } from '../../parts/detail/index.ts'
import { ExportLink } from '../../parts/list/index.ts'
import { Money } from '../../parts/money.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import type { Deposit } from './deposit.tsx'
import styles from './deposits.module.css'
import { words } from './words.ts'

type Row = components['schemas']['PayoutTransaction']

const PAGE = 50

/** Each of what a deposit is made of, leading to the request that its payment or refund is of. */
export function DepositTransactions({ deposit }: { deposit: Deposit }) {
  const say = useWords(words)
  const [isDiffering, setDiffering] = useState(false)
  const query = isDiffering ? { agrees: false } : {}
  const rows = useKeyset<Row>(['payouts', deposit.id, 'transactions', query], (starting_after) =>
    ask(
      api.GET('/v1/payouts/{id}/transactions', {
        params: {
          path: { id: deposit.id },
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  return (
    <Part
      title={say('transactions')}
      action={<ExportLink path={`/v1/payouts/${deposit.id}/transactions`} query={query} />}
    >
      {deposit.agreement === 'differs' && (
        <Switch
          label={say('onlyDiffering')}
          checked={isDiffering}
          onChange={(event) => setDiffering(event.currentTarget.checked)}
        />
      )}
      <ProblemNote error={rows.error} />
      {rows.isPending ? (
        <Lines count={3} />
      ) : (
        <div className={styles.lines}>
          {rows.rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </div>
      )}
      {rows.hasMore && (
        <Button variant="default" loading={rows.isLoadingMore} onClick={rows.loadMore}>
          {say('more')}
        </Button>
      )}
    </Part>
  )
}

function Line({ row }: { row: Row }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const { category, currency, fee, gross } = row
  const told = (
    <>
      <strong>{row.reference ?? row.description ?? say(`row_${category}`)}</strong>
      <Money amount={row.net} currency={currency} />
      <span className={styles.quiet}>
        {[say(`row_${category}`), row.customer_name].filter(Boolean).join(' · ')}
      </span>
      {row.agrees ? (
        <span className={styles.quiet}>
          {fee !== 0 && `${formatMoney(gross, currency, locale)} − ${formatMoney(fee, currency, locale)}`}
        </span>
      ) : (
        <StatusBadge tone="attention">
          {row.booked === null
            ? say('unknown')
            : say('other', { amount: formatMoney(row.booked, currency, locale) })}
        </StatusBadge>
      )}
    </>
  )
  const to = pathOf(row)
  return (
    <div>
      {to === null ? (
        <div className={styles.line}>{told}</div>
      ) : (
        <Link to={to} className={styles.line}>
          {told}
        </Link>
      )}
    </div>
  )
}

/** Where its payment or refund is told. */
function pathOf({ payment, payment_request: request, refund }: Row): string | null {
  if (request === null) return null
  return refund === null ? `/pay/payments/${payment}/${request}` : `/pay/refunds/${refund}/${request}`
}
