import { Button } from '@mantine/core'
import { Plus, Upload } from 'lucide-react'
import { Link, useOutlet, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { addressOf } from '../../parts/customer-field.tsx'
import { Empty } from '../../parts/empty.tsx'
import {
  type Column,
  ExportLink,
  List,
  ListScreen,
  SearchField,
  useColumnChoice,
  useSelection,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './customers.module.css'
import { ManyLinks } from './many-links.tsx'
import { words } from './words.ts'

type Row = components['schemas']['Customer']

const PAGE = 50

/** Customers: found by name, company, e-mail or phone; a profile opens beside the list. */
export function Component() {
  const say = useWords(words)
  const mayWrite = useMay('customers.write')
  const filters = useUrlFilters(['q'])
  const outlet = useOutlet()
  const selection = useSelection()
  const { id } = useParams()
  const rows = useKeyset<Row>(['customers', 'list', filters.values], (starting_after) =>
    ask(
      api.GET('/v1/customers', {
        params: {
          query: {
            ...filters.values,
            limit: PAGE,
            ...(starting_after === undefined ? {} : { starting_after }),
          },
        },
      }),
    ),
  )
  const columns = useColumnChoice('customers', useColumns(outlet !== null))
  const newButton = (
    <Button component={Link} to="/customers/new" leftSection={<Plus size={16} aria-hidden />}>
      {say('new')}
    </Button>
  )
  return (
    <ListScreen
      title={say('title')}
      actions={
        <>
          <ExportLink path="/v1/customers" query={filters.values} />
          {mayWrite && (
            <Button
              component={Link}
              to="/customers/import"
              variant="default"
              leftSection={<Upload size={16} aria-hidden />}
            >
              {say('import')}
            </Button>
          )}
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
      chips={null}
      columnChoice={columns.choice}
      list={
        <List
          label={say('title')}
          rows={rows}
          columns={columns.shown}
          card={(row) => <Card row={row} />}
          idOf={(row) => row.id}
          nameOf={(row) => row.name}
          pathOf={(row) => `/customers/${row.id}`}
          openId={id}
          selection={mayWrite ? selection : undefined}
          empty={
            filters.isAny ? (
              <Empty title={say('noneTitle')} text={say('noneText')} />
            ) : (
              <Empty title={say('emptyTitle')} text={say('emptyText')} action={mayWrite && newButton} />
            )
          }
        />
      }
      selectionBar={<ManyLinks selection={selection} />}
      beside={outlet}
    />
  )
}

/** Beside a profile there is room for less. */
function useColumns(isNarrow: boolean): readonly Column<Row>[] {
  const say = useWords(words)
  const columns: Column<Row>[] = [
    { id: 'name', title: say('name'), cell: (row) => <Name row={row} /> },
    {
      id: 'email',
      title: say('email'),
      cell: (row) => <span className={styles.quiet}>{addressOf(row)}</span>,
    },
    { id: 'phone', title: say('phone'), cell: (row) => row.phone, width: '160px' },
    {
      id: 'contacts',
      title: say('contacts'),
      cell: (row) => row.contacts.map(({ name }) => name).join(', '),
    },
  ]
  return isNarrow ? columns.slice(0, 3) : columns
}

function Name({ row }: { row: Row }) {
  const say = useWords(words)
  return (
    <>
      <strong>{row.name}</strong>
      {!row.payment_links_enabled && <span className={styles.quiet}> · {say('linksOff')}</span>}
    </>
  )
}

/** A row on a phone. */
function Card({ row }: { row: Row }) {
  return (
    <span className={styles.card}>
      <span>
        <Name row={row} />
      </span>
      <span className={styles.quiet}>
        {addressOf(row) ?? row.phone ?? row.contacts.map(({ name }) => name).join(', ')}
      </span>
    </span>
  )
}
