import { Button } from '@mantine/core'
import { Plus, Send, Upload } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Link, useOutlet, useParams } from 'react-router'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import {
  ExportLink,
  List,
  ListScreen,
  SearchField,
  SelectionBar,
  useColumnChoice,
  useSelection,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { useWords } from '../../words/index.ts'
import { AskForInvoices } from './ask-for-invoices.tsx'
import { groupsOf } from './ask-groups.ts'
import { Card, Chips, FILTERS, queryOf, useColumns, useInvoices } from './invoice-list.tsx'
import { words } from './words.ts'

const SendMany = lazy(async () => ({ default: (await import('../../parts/bulk/send-many.tsx')).SendMany }))

/** Invoices: found by search and filters; one opens beside the list, and those ticked are asked for together. */
export function Component() {
  const say = useWords(words)
  const mayWrite = useMay('invoices.write')
  const mayAsk = useMay('requests.send')
  const filters = useUrlFilters(FILTERS)
  const outlet = useOutlet()
  const { id } = useParams()
  const rows = useInvoices(filters.values)
  const selection = useSelection()
  const [isAsking, setAsking] = useState(false)
  const chosen = rows.rows.filter((row) => selection.ids.has(row.id))
  // What was ticked under another search is not among the rows: the server knows whose it is.
  const isOfOne = chosen.length === selection.ids.size && groupsOf(chosen).length < 2
  const columns = useColumnChoice('invoices', useColumns(outlet !== null))
  const asked = (isDone: boolean) => {
    setAsking(false)
    if (isDone) selection.set([])
  }
  const newButton = (
    <Button component={Link} to="/invoices/new" leftSection={<Plus size={16} aria-hidden />}>
      {say('new')}
    </Button>
  )
  const importButton = (
    <Button
      component={Link}
      to="/invoices/import"
      variant="default"
      leftSection={<Upload size={16} aria-hidden />}
    >
      {say('import')}
    </Button>
  )
  return (
    <>
      <ListScreen
        title={say('title')}
        actions={
          <>
            <ExportLink path="/v1/invoices" query={queryOf(filters.values)} />
            {mayWrite && importButton}
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
            pathOf={(row) => `/invoices/${row.id}`}
            openId={id}
            selection={mayAsk ? selection : undefined}
            empty={
              filters.isAny ? (
                <Empty title={say('noneTitle')} text={say('noneText')} />
              ) : (
                <Empty title={say('emptyTitle')} text={say('emptyText')} action={mayWrite && newButton} />
              )
            }
          />
        }
        selectionBar={
          <SelectionBar selection={selection}>
            <Button leftSection={<Send size={16} aria-hidden />} onClick={() => setAsking(true)}>
              {say('ask', { count: selection.ids.size })}
            </Button>
          </SelectionBar>
        }
        beside={outlet}
      />
      {isAsking && isOfOne && <AskForInvoices invoices={chosen} onClose={asked} />}
      {isAsking && !isOfOne && (
        <Suspense>
          <SendMany order={{ kind: 'payment_links', invoices: [...selection.ids] }} onClose={asked} />
        </Suspense>
      )}
    </>
  )
}
