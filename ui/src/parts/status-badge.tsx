import {
  Ban,
  Check,
  CircleDashed,
  Clock,
  Eye,
  type LucideIcon,
  RotateCcw,
  Send,
  TriangleAlert,
  X,
} from 'lucide-react'
import styles from './status-badge.module.css'

/** Four colours, and for what is none of those the quiet one; each tone has a shape of its own. */
export type Tone =
  | 'paid'
  | 'processing'
  | 'attention'
  | 'failed'
  | 'quiet'
  | 'sent'
  | 'viewed'
  | 'returned'
  | 'ended'

const SHAPES: Readonly<Record<Tone, LucideIcon>> = {
  paid: Check,
  processing: Clock,
  attention: TriangleAlert,
  failed: X,
  quiet: CircleDashed,
  sent: Send,
  viewed: Eye,
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
