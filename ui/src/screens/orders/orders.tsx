import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Link, useOutlet, useParams } from 'react-router'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  ExportLink,
  List,
  ListScreen,
  SearchField,
  useColumnChoice,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { useWords } from '../../words/index.ts'
import { Card, Chips, FILTERS, queryOf, useColumns, useOrders } from './order-list.tsx'
import { words } from './words.ts'

/** Order Entry → Order Summary. Orders, found by number, PO, customer or amount; one opens beside the list. */
export function Component() {
  const say = useWords(words)
  const mayWrite = useMay('invoices.write')
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const { id } = useParams()
  const rows = useOrders(filters.values)
  const columns = useColumnChoice('orders', useColumns(outlet !== null))
  const newButton = (
    <Button component={Link} to="/orders/new" leftSection={<Plus size={16} aria-hidden />}>
      {say('new')}
    </Button>
  )
  return (
    <ListScreen
      title={say('title')}
      actions={
        <>
          <ExportLink path="/v1/orders" query={queryOf(filters.values)} />
          <Button component={Link} to="/orders/products" variant="default">
            {say('catalogue')}
          </Button>
          {mayWrite && newButton}
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
          nameOf={(row) => row.number}
          pathOf={(row) => `/orders/${row.id}`}
          openId={id}
          empty={
            filters.isAny ? (
              <Empty title={say('noneTitle')} text={say('noneText')} />
            ) : (
              <Empty title={say('emptyTitle')} text={say('emptyText')} action={mayWrite && newButton} />
            )
          }
        />
      }
      beside={outlet}
    />
  )
}
