import { api, ask } from '../../api/client.ts'
import { type KeysetRows, useKeyset } from '../../api/keyset.ts'
import type { components, paths } from '../../api/schema.generated.ts'
import { useSession } from '../../api/session.ts'
import { InvoiceStatus } from '../../parts/invoice-status.tsx'
import { AmountChip, ChoiceChip, type Column, DayChip, type UrlFilters } from '../../parts/list/index.ts'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import { OrderState, orderStateWords } from './order-state.tsx'
import styles from './orders.module.css'
import { words } from './words.ts'

export type Order = components['schemas']['Order']
type Query = NonNullable<paths['/v1/orders']['get']['parameters']['query']>

export const FILTERS = [
  'q',
  'state',
  'created_from',
  'created_to',
  'amount_from',
  'amount_to',
  'customer',
] as const
type Values = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>

const PAGE = 50
const STATES = ['unconfirmed', 'confirmed', 'draft', 'canceled'] as const

/** The orders that the filters show, page by page. */
export function useOrders(values: Values): KeysetRows<Order> {
  const query = queryOf(values)
  return useKeyset<Order>(['orders', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/orders', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
}

/** The filters as the API takes them. */
export function queryOf({ amount_from, amount_to, state, ...rest }: Values): Query {
  return {
    ...rest,
    ...(state === undefined ? {} : { state: state as NonNullable<Query['state']> }),
    ...(amount_from === undefined ? {} : { amount_from: Number(amount_from) }),
    ...(amount_to === undefined ? {} : { amount_to: Number(amount_to) }),
  }
}

export function Chips({ filters: { values, set } }: { filters: UrlFilters<(typeof FILTERS)[number]> }) {
  const say = useWords(words)
  const state = useWords(orderStateWords)
  const { company } = useSession()
  return (
    <>
      <ChoiceChip
        name={say('state')}
        value={values.state}
        choices={STATES.map((value) => ({ value, label: state(value) }))}
        onChange={(value) => set({ state: value })}
      />
      <DayChip
        name={say('created')}
        from={values.created_from}
        to={values.created_to}
        onChange={(created_from, created_to) => set({ created_from, created_to })}
      />
      <AmountChip
        name={say('amount')}
        currency={company.currency}
        from={values.amount_from}
        to={values.amount_to}
        onChange={(amount_from, amount_to) => set({ amount_from, amount_to })}
      />
    </>
  )
}

/** Beside an open order there is room for less. */
export function useColumns(isNarrow: boolean): readonly Column<Order>[] {
  const say = useWords(words)
  const columns: (Column<Order> & { isExtra?: boolean })[] = [
    { id: 'number', title: say('number'), cell: (row) => <strong>{row.number}</strong>, width: '120px' },
    {
      id: 'customer',
      title: say('customer'),
      cell: (row) => <span className={styles.quiet}>{row.customer_name}</span>,
    },
    { id: 'po', title: say('po'), cell: (row) => row.po_number, width: '120px', isExtra: true },
    {
      id: 'state',
      title: say('state'),
      cell: (row) => <OrderState state={row.state} />,
      width: '144px',
    },
    {
      id: 'payment',
      title: say('payment'),
      cell: (row) => row.invoice && <InvoiceStatus status={row.invoice.status} />,
      width: '144px',
      isExtra: true,
    },
    {
      id: 'total',
      title: say('total'),
      cell: (row) => <Money amount={row.total} currency={row.currency} />,
      isRight: true,
      width: '144px',
    },
    {
      id: 'wanted',
      title: say('wanted'),
      cell: (row) => row.wanted_on && <Day at={row.wanted_on} />,
      width: '128px',
      isExtra: true,
    },
  ]
  return columns.filter(({ isExtra }) => !(isNarrow && isExtra))
}

/** A row on a phone. */
export function Card({ row }: { row: Order }) {
  return (
    <span className={styles.card}>
      <strong>{row.number}</strong>
      <Money amount={row.total} currency={row.currency} />
      <span className={styles.quiet}>{[row.customer_name, row.po_number].filter(Boolean).join(' · ')}</span>
      <OrderState state={row.state} />
    </span>
  )
}
