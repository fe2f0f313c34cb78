import { Button } from '@mantine/core'
import { Plus, Send, Upload } from 'lucide-react'
import { useState } from 'react'
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
import { Card, Chips, FILTERS, queryOf, useColumns, useInvoices } from './invoice-list.tsx'
import { words } from './words.ts'

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
  const columns = useColumnChoice('invoices', useColumns(outlet !== null))
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
              {say('ask', { count: chosen.length })}
            </Button>
          </SelectionBar>
        }
        beside={outlet}
      />
      {isAsking && (
        <AskForInvoices
          invoices={chosen}
          onClose={(isDone) => {
            setAsking(false)
            if (isDone) selection.set([])
          }}
        />
      )}
    </>
  )
}
