import { Type } from 'typebox'
import { defineSetting, type Setting } from '../identity/index.ts'

/** K21, R-176: the main switch. */
const enabled = defineSetting({
  key: 'bnpl.enabled',
  schema: Type.Boolean(),
  fallback: true,
  writableBy: 'company',
  description:
    'Whether payers may pay over time with Affirm, where the payments account may take it: true or false.',
})

/** K21, R-177: *Activate for all transactions over*. */
const minAmount = defineSetting({
  key: 'bnpl.min_amount',
  schema: Type.Integer({ minimum: 0, maximum: 3_000_000, 'x-unit': 'minor_units' }),
  fallback: 0,
  writableBy: 'company',
  description:
    'From which amount on payers are offered to pay over time with Affirm, in cents of US or Canadian dollars (0 to 3000000). Affirm itself takes from 50 to 30,000 dollars.',
})

/** What decides about buying now and paying later, beside the methods of a link. */
export const bnplSettings = { enabled, minAmount } as const

export const everyBnplSetting: readonly Setting[] = [enabled, minAmount]
