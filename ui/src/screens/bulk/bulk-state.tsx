import type { components } from '../../api/schema.generated.ts'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

type State = components['schemas']['BulkSend']['state']
type ItemState = components['schemas']['BulkSendItem']['state']

const TONES: Readonly<Record<State, Tone>> = { running: 'processing', done: 'paid', canceled: 'ended' }

/** How a bulk send stands. */
export function BulkState({ state }: { state: State }) {
  const say = useWords(words)
  return <StatusBadge tone={TONES[state]}>{say(state === 'canceled' ? 'stopped' : state)}</StatusBadge>
}

const ITEM_TONES: Readonly<Record<ItemState, Tone>> = {
  waiting: 'quiet',
  queued: 'processing',
  sent: 'sent',
  skipped: 'attention',
  failed: 'failed',
  canceled: 'ended',
}
export const ITEM_STATES = Object.keys(ITEM_TONES) as readonly ItemState[]

/** What became of one customer's part. */
export function ItemState({ state }: { state: ItemState }) {
  const say = useWords(words)
  return <StatusBadge tone={ITEM_TONES[state]}>{say(state)}</StatusBadge>
}
