import { Button } from '@mantine/core'
import { Link, useOutlet, useParams, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  type Column,
  ExportLink,
  List,
  ListScreen,
  SearchField,
  useColumnChoice,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { Day, Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { REFUND_STATES, RefundStatus, refundStatusWords } from '../../parts/refund-status.tsx'
import { useWords } from '../../words/index.ts'
import { Chips, FILTERS, queryOf } from './filters.tsx'
import styles from './payments.module.css'
import { words } from './words.ts'

type Row = components['schemas']['RefundRow']

const PAGE = 50
const PATH = '/pay/refunds'

/** Pay → Refunds: what was given back, why and how far it is; its request opens beside the list. */
export function Component() {
  const say = useWords(words)
  const status = useWords(refundStatusWords)
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const { row: openId } = useParams()
  const [search] = useSearchParams()
  const query = queryOf<Row['state']>(filters.values)
  const rows = useKeyset<Row>(['refunds', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/refunds', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const columns = useColumnChoice('refunds', useColumns(outlet !== null))
  const firstStep = (
    <Button component={Link} to="/pay/payments">
      {say('toPayments')}
    </Button>
  )
  return (
    <ListScreen
      title={say('refunds')}
      actions={<ExportLink path="/v1/refunds" query={query} />}
      search={
        <SearchField
          label={say('search')}
          value={filters.values.q ?? ''}
          onSearch={(q) => filters.set({ q })}
        />
      }
      chips={
        <Chips filters={filters} statuses={REFUND_STATES.map((value) => ({ value, label: status(value) }))} />
      }
      onClearFilters={filters.isAny ? filters.clear : undefined}
      columnChoice={columns.choice}
      list={
        <List
          label={say('refunds')}
          rows={rows}
          columns={columns.shown}
          card={(row) => <Card row={row} />}
          idOf={(row) => row.id}
          nameOf={(row) => row.reference ?? row.id}
          pathOf={pathOf}
          openId={openId}
          empty={
            filters.isAny ? (
              <Empty title={say('noneTitle')} text={say('noneText')} />
            ) : (
              <Empty title={say('noRefundsTitle')} text={say('noRefundsText')} action={firstStep} />
            )
          }
        />
      }
      beside={outlet}
      isBesideAlone={search.has('alone')}
    />
  )
}

/** A refund is shown where the request is told whose payment it gives back. */
function pathOf({ id, payment_request: request }: Row): string {
  return request === null ? PATH : `${PATH}/${id}/${request}`
}

/** Beside an open request there is room for less. */
function useColumns(isNarrow: boolean): readonly Column<Row>[] {
  const say = useWords(words)
  const columns: (Column<Row> & { isExtra?: boolean })[] = [
    { id: 'reference', title: say('reference'), cell: (row) => <strong>{row.reference}</strong> },
    { id: 'customer', title: say('customer'), cell: (row) => <Customer row={row} /> },
    {
      id: 'why',
      title: say('why'),
      cell: (row) => row.reason ?? say(`treatment_${row.treatment}`),
      isExtra: true,
    },
    {
      id: 'status',
      title: say('status'),
      cell: (row) => <RefundStatus state={row.state} />,
      width: '136px',
    },
    {
      id: 'amount',
      title: say('amount'),
      cell: (row) => <Money amount={row.amount} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
    { id: 'created', title: say('created'), cell: (row) => <Moment at={row.created_at} />, width: '168px' },
    {
      id: 'handed-over',
      title: say('handedOver'),
      // The processor hands it over when it says that it succeeded; when the bank shows it, nobody tells.
      cell: (row) => row.state === 'succeeded' && row.settled_at && <Day at={row.settled_at} />,
      width: '144px',
      isExtra: true,
    },
  ]
  return columns.filter(({ isExtra }) => !(isNarrow && isExtra))
}

function Customer({ row }: { row: Row }) {
  const say = useWords(words)
  return <span className={styles.quiet}>{row.customer_name ?? say('somebody')}</span>
}

/** A row on a phone. */
function Card({ row }: { row: Row }) {
  return (
    <span className={styles.card}>
      <strong>{row.reference}</strong>
      <Money amount={row.amount} currency={row.currency} />
      <Customer row={row} />
      <RefundStatus state={row.state} />
    </span>
  )
}
