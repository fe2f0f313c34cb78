import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Link, useOutlet, useParams, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components, paths } from '../../api/schema.generated.ts'
import { useMay, useSession } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  AmountChip,
  ChoiceChip,
  type Column,
  DayChip,
  ExportLink,
  List,
  ListScreen,
  SearchField,
  useColumnChoice,
  useSelection,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { REQUEST_STATUSES, RequestStatus, requestStatusWords } from '../../parts/request-status.tsx'
import { useWords } from '../../words/index.ts'
import { Many } from './many.tsx'
import styles from './requests.module.css'
import { words } from './words.ts'

type Row = components['schemas']['PaymentRequest']
type Query = NonNullable<paths['/v1/payment_requests']['get']['parameters']['query']>

const FILTERS = ['q', 'status', 'created_from', 'created_to', 'amount_from', 'amount_to', 'customer'] as const
const PAGE = 50

/** Pay → Requests: every request, found by search and filters; one opens beside the list. */
export function Component() {
  const say = useWords(words)
  const mayAsk = useMay('requests.send')
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const selection = useSelection()
  const { id } = useParams()
  const [search] = useSearchParams()
  const query = queryOf(filters.values)
  const rows = useKeyset<Row>(['payment_requests', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/payment_requests', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const columns = useColumnChoice('requests', useColumns())
  const newButton = (
    <Button component={Link} to="/pay/requests/new" leftSection={<Plus size={16} aria-hidden />}>
      {say('new')}
    </Button>
  )
  return (
    <ListScreen
      title={say('title')}
      actions={
        <>
          <ExportLink path="/v1/payment_requests" query={query} />
          {mayAsk && newButton}
        </>
      }
      search={
        <SearchField
          label={say('search')}
          value={filters.values.q ?? ''}
          onSearch={(q) => filters.set({ q })}
        />
      }
      chips={<Chips filters={filters} />}
      onClearFilters={filters.isAny ? filters.clear : undefined}
      columnChoice={columns.choice}
      list={
        <List
          label={say('title')}
          rows={rows}
          columns={columns.shown}
          card={(row) => <Card row={row} />}
          idOf={(row) => row.id}
          nameOf={(row) => row.reference}
          pathOf={(row) => `/pay/requests/${row.id}`}
          openId={id}
          selection={mayAsk ? selection : undefined}
          empty={
            filters.isAny ? (
              <Empty title={say('noneTitle')} text={say('noneText')} />
            ) : (
              <Empty title={say('emptyTitle')} text={say('emptyText')} action={mayAsk && newButton} />
            )
          }
        />
      }
      selectionBar={<Many selection={selection} />}
      beside={outlet}
      isBesideAlone={search.has('alone')}
    />
  )
}

function Chips({ filters }: { filters: ReturnType<typeof useUrlFilters<(typeof FILTERS)[number]>> }) {
  const say = useWords(words)
  const status = useWords(requestStatusWords)
  const { company } = useSession()
  const { values, set } = filters
  return (
    <>
      <ChoiceChip
        name={say('status')}
        value={values.status}
        choices={[
          { value: 'unpaid', label: say('unpaid') },
          ...REQUEST_STATUSES.map((value) => ({ value, label: status(value) })),
        ]}
        onChange={(value) => set({ status: value })}
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

function useColumns(): readonly Column<Row>[] {
  const say = useWords(words)
  return [
    {
      id: 'reference',
      title: say('reference'),
      cell: (row) => <strong>{row.title ?? row.reference}</strong>,
    },
    {
      id: 'customer',
      title: say('customer'),
      cell: (row) => (
        <span className={styles.quiet}>{row.customer_name ?? row.email ?? say('somebody')}</span>
      ),
    },
    {
      id: 'status',
      title: say('status'),
      cell: (row) => <RequestStatus status={row.status} />,
      width: '152px',
    },
    {
      id: 'amount',
      title: say('amount'),
      cell: (row) => <Money amount={row.total} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
    { id: 'created', title: say('created'), cell: (row) => <Moment at={row.created_at} />, width: '168px' },
  ]
}

/** A row on a phone. */
function Card({ row }: { row: Row }) {
  const say = useWords(words)
  return (
    <span className={styles.card}>
      <strong>{row.title ?? row.reference}</strong>
      <Money amount={row.total} currency={row.currency} />
      <span className={styles.quiet}>{row.customer_name ?? row.email ?? say('somebody')}</span>
      <RequestStatus status={row.status} />
    </span>
  )
}

function queryOf(values: Partial<Record<(typeof FILTERS)[number], string>>): Query {
  const { amount_from, amount_to, status, ...rest } = values
  return {
    ...rest,
    ...(status === undefined ? {} : { status: status as NonNullable<Query['status']> }),
    ...(amount_from === undefined ? {} : { amount_from: Number(amount_from) }),
    ...(amount_to === undefined ? {} : { amount_to: Number(amount_to) }),
  }
}
