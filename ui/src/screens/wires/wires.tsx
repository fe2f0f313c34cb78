import { Button } from '@mantine/core'
import { api, ask } from '../../api/client.ts'
import { useKeyset } from '../../api/keyset.ts'
import type { components } from '../../api/schema.generated.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { Empty } from '../../parts/empty.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { Wire } from './wire.tsx'
import styles from './wires.module.css'
import { words } from './words.ts'

type Row = components['schemas']['ReceivedWire']

const PAGE = 10

/** Pay → Unmatched wires: each with what it is probably for, so that one press more says it. */
export function Component() {
  const say = useWords(words)
  const wires = useKeyset<Row>(['wires'], (starting_after) =>
    ask(
      api.GET('/v1/wires', {
        params: { query: { limit: PAGE, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  return (
    <div className={styles.screen}>
      <h1>{say('title')}</h1>
      <p className={styles.quiet}>{say('text')}</p>
      <ProblemNote error={wires.error} onAgain={wires.again} />
      {wires.isPending && <Lines count={6} />}
      {!wires.isPending && !wires.error && wires.rows.length === 0 && (
        <Empty title={say('none')} text={say('noneText')} />
      )}
      {wires.rows.map((wire) => (
        <Wire key={wire.id} wire={wire} />
      ))}
      {wires.hasMore && (
        <Button variant="subtle" loading={wires.isLoadingMore} onClick={wires.loadMore}>
          {say('more')}
        </Button>
      )}
    </div>
  )
}
