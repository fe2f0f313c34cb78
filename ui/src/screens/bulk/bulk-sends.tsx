import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { Empty } from '../../parts/empty.tsx'
import { type Column, ExportLink, List, ListScreen, useColumnChoice } from '../../parts/list/index.ts'
import { Moment } from '../../parts/moment.tsx'
import { useWords } from '../../words/index.ts'
import styles from './bulk.module.css'
import { BulkState } from './bulk-state.tsx'
import { Bar } from './progress.tsx'
import { words } from './words.ts'

type Row = components['schemas']['BulkSend']

const PAGE = 50

/** What was sent to many at once, newest first; each opens with what became of it. */
export function BulkSends() {
  const say = useWords(words)
  const rows = useKeyset<Row>(['bulk_sends', 'list'], (starting_after) =>
    ask(
      api.GET('/v1/bulk_sends', {
        params: { query: { limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  const titleOf = ({ kind, counts }: Row) => say('titleOf', { kind, count: counts.total })
  const all: readonly Column<Row>[] = [
    { id: 'what', title: say('what'), cell: (row) => <strong>{titleOf(row)}</strong> },
    { id: 'asked', title: say('asked'), cell: (row) => <Moment at={row.created_at} />, width: '184px' },
    { id: 'state', title: say('state'), cell: (row) => <BulkState state={row.state} />, width: '152px' },
    { id: 'progress', title: say('progress'), cell: (row) => <Bar counts={row.counts} />, width: '184px' },
  ]
  const columns = useColumnChoice('bulk-sends', all)
  return (
    <ListScreen
      title={say('sends')}
      actions={<ExportLink path="/v1/bulk_sends" query={{}} />}
      search={null}
      chips={null}
      columnChoice={columns.choice}
      list={
        <List
          label={say('sends')}
          rows={rows}
          columns={columns.shown}
          card={(row) => (
            <span className={styles.card}>
              <strong>{titleOf(row)}</strong>
              <BulkState state={row.state} />
              <Moment at={row.created_at} />
            </span>
          )}
          idOf={(row) => row.id}
          nameOf={titleOf}
          pathOf={({ id }) => `/pay/sends/${id}`}
          empty={
            <Empty
              title={say('noneTitle')}
              text={say('noneText')}
              action={
                <Button component={Link} to="/invoices?open=true">
                  {say('toInvoices')}
                </Button>
              }
            />
          }
        />
      }
      beside={null}
    />
  )
}
