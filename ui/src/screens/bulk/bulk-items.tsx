import { Problem, type ProblemCode } from '../../api/problem.ts'
import type { components } from '../../api/schema.generated.ts'
import { LeftOut } from '../../parts/bulk/left-out.tsx'
import type { Column } from '../../parts/list/index.ts'
import { Money } from '../../parts/money.tsx'
import { useSayProblem } from '../../parts/problems/say-problem.ts'
import { useWords } from '../../words/index.ts'
import styles from './bulk.module.css'
import { ItemState } from './bulk-state.tsx'
import { words } from './words.ts'

type Item = components['schemas']['BulkSendItem']

export function useItemColumns(): readonly Column<Item>[] {
  const say = useWords(words)
  return [
    { id: 'customer', title: say('customer'), cell: (row) => <strong>{row.customer_name}</strong> },
    { id: 'state', title: say('state'), cell: (row) => <ItemState state={row.state} />, width: '160px' },
    { id: 'result', title: say('result'), cell: (row) => <Result item={row} /> },
    {
      id: 'amount',
      title: say('amount'),
      cell: (row) => <Money amount={row.amount} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
  ]
}

/** Where it went, or why it did not, and what of the ticked is not in it. */
function Result({ item: { code, detail, email, left_out } }: { item: Item }) {
  const say = useWords(words)
  const sayProblem = useSayProblem()
  const why =
    code === null
      ? undefined
      : code === 'message_failed'
        ? say('mailFailed')
        : sayProblem(new Problem({ code: code as ProblemCode }, 409)).title
  return (
    <span className={`${styles.result} ${styles.quiet}`} title={detail ?? undefined}>
      {why ?? email}
      <LeftOut left={left_out} />
    </span>
  )
}

/** A row on a phone. */
export function ItemCard({ item }: { item: Item }) {
  return (
    <span className={styles.card}>
      <strong>{item.customer_name}</strong>
      <Money amount={item.amount} currency={item.currency} />
      <Result item={item} />
      <ItemState state={item.state} />
    </span>
  )
}
