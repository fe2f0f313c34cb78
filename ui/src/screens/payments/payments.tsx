import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Link, useOutlet, useParams, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { ClearingSaid } from '../../parts/clearing-said.tsx'
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
import { Moment } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { PaymentMethod } from '../../parts/payment-method.tsx'
import { PaymentStatus, paymentStatusWords } from '../../parts/payment-status.tsx'
import { useWords } from '../../words/index.ts'
import { Chips, FILTERS, queryOf } from './filters.tsx'
import styles from './payments.module.css'
import { words } from './words.ts'

type Row = components['schemas']['PaymentRow']

const PAGE = 50
const PATH = '/pay/payments'

/** In the order of what one looks for. Some of it given back is a label of its own, whatever the state. */
const STATES = [
  'succeeded',
  'processing',
  'requires_action',
  'unknown',
  'failed',
  'canceled',
  'created',
  'returned',
  'charged_back',
] as const

/** Pay → Payments: every try to pay, for whom, by which card or account and how it ended; its request opens beside the list. */
export function Component() {
  const say = useWords(words)
  const status = useWords(paymentStatusWords)
  const mayAsk = useMay('requests.send')
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const { row: openId } = useParams()
  const [search] = useSearchParams()
  const query = queryOf<Row['status']>(filters.values)
  const rows = useKeyset<Row>(['payments', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/payments', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const columns = useColumnChoice('payments', useColumns(outlet !== null))
  const statuses = [
    ...STATES.map((value) => ({ value, label: status(value) })),
    { value: 'refunded', label: say('partRefunded') },
  ]
  const firstStep = mayAsk && (
    <Button component={Link} to="/pay/requests/new" leftSection={<Plus size={16} aria-hidden />}>
      {say('ask')}
    </Button>
  )
  return (
    <ListScreen
      title={say('payments')}
      actions={
        <>
          <Link to="/pay/tenders">{say('tenders')}</Link>
          <Link to="/pay/wires">{say('wires')}</Link>
          <ExportLink path="/v1/payments" query={query} />
        </>
      }
      search={
        <SearchField
          label={say('search')}
          value={filters.values.q ?? ''}
          onSearch={(q) => filters.set({ q })}
        />
      }
      chips={<Chips filters={filters} statuses={statuses} />}
      onClearFilters={filters.isAny ? filters.clear : undefined}
      columnChoice={columns.choice}
      list={
        <List
          label={say('payments')}
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
              <Empty title={say('noPaymentsTitle')} text={say('noPaymentsText')} action={firstStep} />
            )
          }
        />
      }
      beside={outlet}
      isBesideAlone={search.has('alone')}
    />
  )
}

/** A payment is shown where its request is told; a wire that nobody knows the request of, where it is matched; cash or a cheque, where it is banked. */
function pathOf({ id, payment_request: request, tender }: Row): string {
  if (tender !== null) return '/pay/tenders'
  return request === null ? '/pay/wires' : `${PATH}/${id}/${request}`
}

/** Beside an open request there is room for less. */
function useColumns(isNarrow: boolean): readonly Column<Row>[] {
  const say = useWords(words)
  const columns: (Column<Row> & { isExtra?: boolean })[] = [
    { id: 'reference', title: say('reference'), cell: (row) => <Reference row={row} /> },
    { id: 'customer', title: say('customer'), cell: (row) => <Payer row={row} /> },
    {
      id: 'method',
      title: say('method'),
      cell: (row) => <PaymentMethod payment={row} />,
      width: '176px',
      isExtra: true,
    },
    { id: 'status', title: say('status'), cell: (row) => <PaymentStatus payment={row} />, width: '152px' },
    {
      id: 'clearing',
      title: say('clearing'),
      cell: (row) => (
        <span className={styles.quiet}>
          <ClearingSaid clearing={row.clearing} isShort />
        </span>
      ),
      width: '152px',
      isExtra: true,
    },
    {
      id: 'amount',
      title: say('amount'),
      cell: (row) => <Money amount={row.amount} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
    { id: 'created', title: say('created'), cell: (row) => <Moment at={row.created_at} />, width: '168px' },
  ]
  return columns.filter(({ isExtra }) => !(isNarrow && isExtra))
}

function Reference({ row }: { row: Row }) {
  const say = useWords(words)
  const { reference, tender } = row
  return <strong>{reference ?? (tender === null ? say('wire') : (tender.reference ?? say('cash')))}</strong>
}

function Payer({ row }: { row: Row }) {
  const say = useWords(words)
  const { customer_name: customer, payer_name: payer } = row
  return <span className={styles.quiet}>{customer ?? payer ?? say('somebody')}</span>
}

/** A row on a phone. */
function Card({ row }: { row: Row }) {
  return (
    <span className={styles.card}>
      <Reference row={row} />
      <Money amount={row.amount} currency={row.currency} />
      <Payer row={row} />
      <PaymentStatus payment={row} />
    </span>
  )
}
