import { Type } from 'typebox'
import { defineSetting, type Setting } from '../identity/index.ts'

/** What a lost dispute means for what its payment had settled. */
export const disputesLost = defineSetting({
  key: 'disputes.lost',
  schema: Type.Enum(['reopen', 'write_off']),
  fallback: 'reopen',
  writableBy: 'company',
  description:
    'What becomes of an invoice or request whose payment is lost in a dispute: reopen (it is owed again) or write_off (it stays settled, and the amount is a loss). While a dispute is open, it stays settled.',
})

export const receivableSettings: readonly Setting[] = [disputesLost]
