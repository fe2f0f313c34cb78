import type { components } from '../../api/schema.generated.ts'
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx'
import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

type Row = components['schemas']['PayoutRow']

const TONES: Readonly<Record<Row['state'], Tone>> = {
  scheduled: 'quiet',
  in_transit: 'processing',
  paid: 'paid',
  failed: 'failed',
  canceled: 'ended',
}
export const STATES = Object.keys(TONES) as readonly Row['state'][]

/** Where a deposit is; one that took money from the bank is not said to be deposited. */
export function DepositStatus({ deposit: { amount, state } }: { deposit: Pick<Row, 'amount' | 'state'> }) {
  const say = useWords(words)
  const isTaken = state === 'paid' && amount < 0
  return (
    <StatusBadge tone={isTaken ? 'returned' : TONES[state]}>{say(isTaken ? 'taken' : state)}</StatusBadge>
  )
}

const AGREEMENT_TONES: Readonly<Record<Row['agreement'], Tone>> = {
  agrees: 'paid',
  differs: 'attention',
  pending: 'processing',
  not_listed: 'quiet',
}

/** Whether it is what its transactions and the books come to. */
export function Agreement({ deposit: { agreement } }: { deposit: Pick<Row, 'agreement'> }) {
  const say = useWords(words)
  return <StatusBadge tone={AGREEMENT_TONES[agreement]}>{say(agreement)}</StatusBadge>
}
