import { Button } from '@mantine/core'
import { Link, useOutlet, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  ChoiceChip,
  type Column,
  DayChip,
  ExportLink,
  List,
  ListScreen,
  useColumnChoice,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { Day } from '../../parts/moment.tsx'
import { Money } from '../../parts/money.tsx'
import { useWords } from '../../words/index.ts'
import { Agreement, DepositStatus, STATES } from './deposit-status.tsx'
import styles from './deposits.module.css'
import { words } from './words.ts'

type Row = components['schemas']['PayoutRow']

const PAGE = 50
const PATH = '/pay/deposits'
const FILTERS = ['state', 'arrives_from', 'arrives_to'] as const

/** Pay → Deposits: what went to the bank and when, and whether the books agree; each opens beside the list. */
export function Component() {
  const say = useWords(words)
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const { id: openId } = useParams()
  const { state, ...days } = filters.values
  const query = { ...days, ...(state === undefined ? {} : { state: state as Row['state'] }) }
  const rows = useKeyset<Row>(['payouts', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/payouts', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const columns = useColumnChoice('deposits', useColumns(outlet !== null))
  const toPayments = (
    <Button component={Link} to="/pay/payments">
      {say('toPayments')}
    </Button>
  )
  return (
    <ListScreen
      title={say('deposits')}
      actions={<ExportLink path="/v1/payouts" query={query} />}
      search={null}
      chips={
        <>
          <ChoiceChip
            name={say('status')}
            value={state}
            choices={STATES.map((value) => ({ value, label: say(value) }))}
            onChange={(chosen) => filters.set({ state: chosen })}
          />
          <DayChip
            name={say('arrival')}
            from={days.arrives_from}
            to={days.arrives_to}
            onChange={(arrives_from, arrives_to) => filters.set({ arrives_from, arrives_to })}
          />
        </>
      }
      onClearFilters={filters.isAny ? filters.clear : undefined}
      columnChoice={columns.choice}
      list={
        <List
          label={say('deposits')}
          rows={rows}
          columns={columns.shown}
          card={(row) => <Card row={row} />}
          idOf={(row) => row.id}
          nameOf={(row) => row.arrives_on}
          pathOf={({ id }) => `${PATH}/${id}`}
          openId={openId}
          empty={
            filters.isAny ? (
              <Empty title={say('noFitTitle')} text={say('noFitText')} />
            ) : (
              <Empty title={say('noneTitle')} text={say('noneText')} action={toPayments} />
            )
          }
        />
      }
      beside={outlet}
    />
  )
}

/** Beside an open deposit there is room for less. */
function useColumns(isNarrow: boolean): readonly Column<Row>[] {
  const say = useWords(words)
  const columns: (Column<Row> & { isExtra?: boolean })[] = [
    {
      id: 'arrival',
      title: say('arrival'),
      cell: (row) => (
        <strong>
          <Day at={row.arrives_on} />
        </strong>
      ),
    },
    { id: 'bank', title: say('bank'), cell: (row) => <Bank row={row} />, isExtra: true },
    { id: 'status', title: say('status'), cell: (row) => <DepositStatus deposit={row} />, width: '184px' },
    { id: 'agreement', title: say('agreement'), cell: (row) => <Agreement deposit={row} />, width: '176px' },
    {
      id: 'amount',
      title: say('amount'),
      cell: (row) => <Money amount={row.amount} currency={row.currency} />,
      isRight: true,
      width: '152px',
    },
  ]
  return columns.filter(({ isExtra }) => !(isNarrow && isExtra))
}

function Bank({ row: { bank } }: { row: Row }) {
  const say = useWords(words)
  if (bank === null) return null
  const name =
    bank.name === null
      ? say('unnamed', { last4: bank.last4 })
      : say('account', { bank: bank.name, last4: bank.last4 })
  return <span className={styles.quiet}>{name}</span>
}

/** A row on a phone. */
function Card({ row }: { row: Row }) {
  return (
    <span className={styles.card}>
      <strong>
        <Day at={row.arrives_on} />
      </strong>
      <Money amount={row.amount} currency={row.currency} />
      <DepositStatus deposit={row} />
      <Agreement deposit={row} />
    </span>
  )
}
