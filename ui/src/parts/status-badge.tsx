import { Ban, Check, CircleDashed, Clock, type LucideIcon, RotateCcw, TriangleAlert, X } from 'lucide-react'
import styles from './status-badge.module.css'

export type Tone = 'paid' | 'processing' | 'attention' | 'failed' | 'quiet' | 'returned' | 'ended'

const SHAPES: Readonly<Record<Tone, LucideIcon>> = {
  paid: Check,
  processing: Clock,
  attention: TriangleAlert,
  failed: X,
  quiet: CircleDashed,
  returned: RotateCcw,
  ended: Ban,
}

/** A status as colour, shape and word, so that none of them speaks alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  const Shape = SHAPES[tone]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Shape size={12} strokeWidth={2.5} aria-hidden />
      {children}
    </span>
  )
}
