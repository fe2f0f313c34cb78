import { Type } from 'typebox'
import { nullable } from '../lib/schemas.ts'
import { type Language, speak } from '../lib/words.ts'
import { refundWords } from './words.ts'

export const RefundLabel = nullable(
  Type.Object(
    { en: Type.String(), fr: Type.String() },
    { description: 'What people read where money was refunded, in full or in part; the sums say how much.' },
  ),
)

/** The label of what was refunded, the same in full and in part; null where nothing was. */
export function refundLabel(refunded: bigint): Record<Language, string> | null {
  if (refunded === 0n) return null
  return { en: speak(refundWords, 'en')('refunded'), fr: speak(refundWords, 'fr')('refunded') }
}
