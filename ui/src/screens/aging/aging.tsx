import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  type Column,
  ExportLink,
  List,
  ListScreen,
  SearchField,
  SelectionBar,
  useColumnChoice,
  useSelection,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { Money } from '../../parts/money.tsx'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import styles from './aging.module.css'
import { SendStatement } from './send-statement.tsx'
import { words } from './words.ts'

export type AgingRow = components['schemas']['AgingRow']
type Total = components['schemas']['AgingTotal']

/** Whose statement is to be sent: one looked at before it goes, or those of many. */
type Asked = { row: AgingRow } | { customers: readonly string[] }

const PAGE = 50
const FILTERS = ['q', 'as_of'] as const

const SendStatements = lazy(async () => ({ default: (await import('./send-statements.tsx')).SendStatements }))

/** Aging and statements: what customers owed at the end of a day, by how late it was; each leads to its customer. */
export function Component() {
  const say = useWords(words)
  const filters = useUrlFilters(FILTERS)
  const query = filters.values
  const rows = useKeyset<AgingRow>(['reports', 'aging', 'list', query], (starting_after) =>
    ask(
      api.GET('/v1/reports/aging', {
        params: {
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const { data: sums } = useQuery({
    queryKey: ['reports', 'aging', 'totals', query],
    queryFn: () => ask(api.GET('/v1/reports/aging', { params: { query: { ...query, limit: 1 } } })),
  })
  const mayAsk = useMay('requests.send')
  const selection = useSelection()
  const [asked, setAsked] = useState<Asked>()
  const chosen = customersOf(selection.ids)
  const day = query.as_of ?? sums?.as_of
  const ended = (isDone: boolean) => {
    setAsked(undefined)
    if (isDone) selection.set([])
  }
  const columns = useColumnChoice('aging', useColumns(mayAsk ? (row) => setAsked({ row }) : undefined))
  return (
    <>
      <ListScreen
        title={say('title')}
        actions={<ExportLink path="/v1/reports/aging" query={query} />}
        search={
          <SearchField label={say('search')} value={query.q ?? ''} onSearch={(q) => filters.set({ q })} />
        }
        chips={
          <TextInput
            type="date"
            className={styles.date}
            aria-label={say('date')}
            title={say('date')}
            value={query.as_of ?? sums?.as_of ?? ''}
            onChange={(event) => filters.set({ as_of: event.currentTarget.value })}
          />
        }
        onClearFilters={filters.isAny ? filters.clear : undefined}
        columnChoice={columns.choice}
        list={
          <div className={styles.shown}>
            {sums?.totals.map((total) => (
              <Totals key={total.currency} total={total} />
            ))}
            <List
              label={say('title')}
              rows={rows}
              columns={columns.shown}
              card={(row) => <Card row={row} />}
              idOf={idOf}
              nameOf={(row) => row.customer_name ?? say('noCustomer')}
              pathOf={({ customer }) => (customer === null ? '/customers' : `/customers/${customer}`)}
              selection={mayAsk ? selection : undefined}
              empty={
                query.q === undefined ? (
                  <Empty title={say('emptyTitle')} text={say('emptyText')} />
                ) : (
                  <Empty title={say('noneTitle')} text={say('noneText')} />
                )
              }
            />
          </div>
        }
        selectionBar={
          <SelectionBar selection={selection}>
            <Button
              leftSection={<Send size={16} aria-hidden />}
              disabled={chosen.length === 0}
              onClick={() => {
                const row = rows.rows.find((each) => selection.ids.has(idOf(each)))
                setAsked(selection.ids.size === 1 && row !== undefined ? { row } : { customers: chosen })
              }}
            >
              {chosen.length < 2 ? say('statement') : say('statementsOf', { count: chosen.length })}
            </Button>
          </SelectionBar>
        }
        beside={null}
      />
      {asked !== undefined && day !== undefined && (
        <Suspense>
          {'row' in asked ? (
            <SendStatement row={asked.row} day={day} onClose={ended} />
          ) : (
            <SendStatements customers={asked.customers} day={day} onClose={ended} />
          )}
        </Suspense>
      )}
    </>
  )
}

/** Who owes in two currencies has two rows. */
function idOf({ customer, currency }: AgingRow): string {
  return `${customer ?? ''}.${currency}`
}

/** The customers of ticked rows, of whom one may have several; rows of nobody known have none. */
function customersOf(ids: ReadonlySet<string>): string[] {
  return [...new Set([...ids].map((id) => id.split('.')[0] ?? ''))].filter((customer) => customer !== '')
}

function Totals({ total }: { total: Total }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const money = (amount: number) => formatMoney(amount, total.currency, locale)
  return (
    <dl
      className={`${styles.totals} figures`}
      aria-label={say('totalsOf', { currency: total.currency.toUpperCase() })}
    >
      <div>
        <dt>{say('totalsOf', { currency: total.currency.toUpperCase() })}</dt>
        <dd>
          <strong>{money(total.total)}</strong>
        </dd>
      </div>
      {total.buckets.map(({ bucket, open }) => (
        <div key={bucket} data-zero={open === 0 || undefined}>
          <dt>{say(bucket)}</dt>
          <dd>{money(open)}</dd>
        </div>
      ))}
      {total.unapplied !== 0 && (
        <div>
          <dt>{say('unapplied')}</dt>
          <dd>{money(total.unapplied)}</dd>
        </div>
      )}
    </dl>
  )
}

function useColumns(onStatement: ((row: AgingRow) => void) | undefined): readonly Column<AgingRow>[] {
  const say = useWords(words)
  const amount = (id: string, title: string, of: (row: AgingRow) => number): Column<AgingRow> => ({
    id,
    title,
    cell: (row) => (of(row) === 0 ? null : <Money amount={of(row)} currency={row.currency} />),
    isRight: true,
    width: '132px',
  })
  const buckets = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90'] as const
  return [
    {
      id: 'customer',
      title: say('customer'),
      cell: (row) => <strong>{row.customer_name ?? say('noCustomer')}</strong>,
    },
    ...buckets.map((bucket) => amount(bucket, say(bucket), (row) => openIn(row, bucket))),
    amount('total', say('total'), ({ total }) => total),
    amount('unapplied', say('unapplied'), ({ unapplied }) => unapplied),
    ...(onStatement === undefined ? [] : [statementColumn(say('action'), say('statement'), onStatement)]),
  ]
}

function statementColumn(
  title: string,
  name: string,
  onStatement: (row: AgingRow) => void,
): Column<AgingRow> {
  return {
    id: 'statement',
    title,
    cell: (row) =>
      row.customer !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${name}: ${row.customer_name}`}
          onClick={() => onStatement(row)}
        >
          <Send size={16} aria-hidden />
        </Button>
      ),
    width: '104px',
  }
}

function openIn({ buckets }: AgingRow, bucket: AgingRow['buckets'][number]['bucket']): number {
  return buckets.find((each) => each.bucket === bucket)?.open ?? 0
}

/** A row on a phone. */
function Card({ row }: { row: AgingRow }) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const late = row.total - openIn(row, 'not_due')
  return (
    <span className={styles.card}>
      <strong>{row.customer_name ?? say('noCustomer')}</strong>
      <Money amount={row.total} currency={row.currency} />
      <span className={styles.quiet}>
        {late > 0 ? say('overdue', { amount: formatMoney(late, row.currency, locale) }) : say('not_due')}
      </span>
    </span>
  )
}
