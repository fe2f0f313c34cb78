import type { components } from '../../api/schema.generated.ts'
import { useWords } from '../../words/index.ts'
import styles from './bulk.module.css'
import { ITEM_STATES, ItemState } from './bulk-state.tsx'
import { words } from './words.ts'

type Counts = components['schemas']['BulkSend']['counts']

const SHOWN = ['sent', 'queued', 'skipped', 'failed'] as const

/** How far it is, in the colours of what became of each. */
export function Bar({ counts }: { counts: Counts }) {
  const say = useWords(words)
  const { total } = counts
  const done = total - counts.waiting - counts.queued
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={say('progress')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={say('progressSaid', { done, total })}
    >
      {SHOWN.map((state) => (
        <span
          key={state}
          data-of={state}
          style={{ width: `${(100 * counts[state]) / Math.max(1, total)}%` }}
        />
      ))}
    </div>
  )
}

/** How many customers stand where; what nobody is at is not named. */
export function Counts({ counts }: { counts: Counts }) {
  return (
    <div className={styles.counts}>
      {ITEM_STATES.filter((state) => counts[state] > 0).map((state) => (
        <span key={state}>
          <ItemState state={state} /> <strong className="figures">{counts[state]}</strong>
        </span>
      ))}
    </div>
  )
}
