import { Anchor, Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import { useMay } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Confirm } from '../../parts/confirm.tsx'
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
export function Component() {
  const { id = '' } = useParams()
  const send = useQuery({
    queryKey: ['bulk_sends', id],
    queryFn: () => ask(api.GET('/v1/bulk_sends/{id}', { params: { path: { id } } })),
  })
  if (send.data !== undefined) return <Shown key={id} send={send.data} />
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
  const [isStopping, setStopping] = useState(false)
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
    <>
      <ListScreen
        title={say('titleOf', { kind, count: counts.total })}
        actions={
          <>
            <ExportLink path={`/v1/bulk_sends/${id}/items`} query={query} />
            {maySend && state === 'running' && counts.waiting > 0 && (
              <Button variant="default" onClick={() => setStopping(true)}>
                {say('stop')}
              </Button>
            )}
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
      {isStopping && <Stop send={send} onClose={() => setStopping(false)} />}
    </>
  )
}

function Stop({ send: { id, counts }, onClose }: { send: Send; onClose: () => void }) {
  const say = useWords(words)
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const stop = async () => {
    const params = { path: { id }, header: keyOf('stop', id) }
    await ask(api.POST('/v1/bulk_sends/{id}/cancel', { params }))
    toast({ tone: 'done', text: say('stopDone') })
    void queries.invalidateQueries({ queryKey: ['bulk_sends'] })
  }
  return (
    <Confirm title={say('stopTitle')} action={say('stop')} isDangerous onConfirm={stop} onClose={onClose}>
      <p>{say('stopText', { count: counts.waiting })}</p>
    </Confirm>
  )
}
