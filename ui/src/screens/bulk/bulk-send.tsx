import { Anchor, Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Ban } from 'lucide-react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Empty } from '../../parts/empty.tsx'
import {
  ChoiceChip,
  ExportLink,
  List,
  ListScreen,
  useColumnChoice,
  useUrlFilters,
} from '../../parts/list/index.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { useWords } from '../../words/index.ts'
import styles from './bulk.module.css'
import { ItemCard, useItemColumns } from './bulk-items.tsx'
import { BulkState, ITEM_STATES } from './bulk-state.tsx'
import { Bar, Counts } from './progress.tsx'
import { words } from './words.ts'

type Send = components['schemas']['BulkSend']
type Item = components['schemas']['BulkSendItem']

const PAGE = 50
const FILTERS = ['state'] as const

/** How a bulk send goes on, live, and what became of each customer's part. It goes on without anybody looking. */
export function BulkSend({ id }: { id: string }) {
  const send = useQuery({
    queryKey: ['bulk_sends', id],
    queryFn: () => ask(api.GET('/v1/bulk_sends/{id}', { params: { path: { id } } })),
  })
  if (send.data !== undefined) return <Shown send={send.data} />
  return send.error ? (
    <ProblemNote error={send.error} onAgain={() => void send.refetch()} />
  ) : (
    <Lines count={6} />
  )
}

function Shown({ send }: { send: Send }) {
  const say = useWords(words)
  const maySend = useMay('requests.send')
  const filters = useUrlFilters(FILTERS)
  const { id, kind, counts, state } = send
  const asked = filters.values.state as Item['state'] | undefined
  const query = asked === undefined ? {} : { state: asked }
  const rows = useKeyset<Item>(['bulk_sends', id, 'items', query], (starting_after) =>
    ask(
      api.GET('/v1/bulk_sends/{id}/items', {
        params: {
          path: { id },
          query: { ...query, limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  const columns = useColumnChoice('bulk-send', useItemColumns())
  return (
    <ListScreen
      title={say('titleOf', { kind, count: counts.total })}
      actions={
        <>
          <ExportLink path={`/v1/bulk_sends/${id}/items`} query={query} />
          {maySend && state === 'running' && counts.waiting > 0 && <Stop id={id} />}
        </>
      }
      search={null}
      chips={
        <ChoiceChip
          name={say('result')}
          value={asked}
          choices={ITEM_STATES.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => filters.set({ state: value })}
        />
      }
      onClearFilters={filters.isAny ? filters.clear : undefined}
      columnChoice={columns.choice}
      list={
        <div className={styles.shown}>
          <div className={styles.head}>
            <Bar counts={counts} />
            <Counts counts={counts} />
            <p>
              <BulkState state={state} />{' '}
              {state === 'running' && <span className={styles.quiet}>{say('leave')}</span>}{' '}
              <Anchor component={Link} to="/pay/sends">
                {say('all')}
              </Anchor>
            </p>
          </div>
          <List
            label={say('customers')}
            rows={rows}
            columns={columns.shown}
            card={(row) => <ItemCard item={row} />}
            idOf={(row) => row.id}
            nameOf={(row) => row.customer_name}
            pathOf={(row) =>
              row.payment_request === null
                ? `/customers/${row.customer}`
                : `/pay/requests/${row.payment_request}`
            }
            empty={<Empty title={say('noFitTitle')} text={say('noFitText')} />}
          />
        </div>
      }
      beside={null}
    />
  )
}

/** Asks nothing first: every second counts, and what was stopped can be sent anew. */
function Stop({ id }: { id: string }) {
  const say = useWords(words)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const stopping = useMutation({
    mutationFn: () => {
      const params = { path: { id }, header: keyOf('stop', id) }
      return ask(api.POST('/v1/bulk_sends/{id}/cancel', { params }))
    },
    onSuccess: () => toast({ tone: 'done', text: say('stopDone') }),
    onError: () => toast({ tone: 'failed', text: say('stopFailed') }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['bulk_sends'] }),
  })
  return (
    <Button
      variant="default"
      leftSection={<Ban size={16} aria-hidden />}
      loading={stopping.isPending}
      onClick={() => stopping.mutate()}
    >
      {say('stop')}
    </Button>
  )
}
