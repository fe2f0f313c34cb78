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

/** Whether a credit note is issued at once, or waits for somebody else. */
export const creditApproval = defineSetting({
  key: 'credit_notes.approval',
  schema: Type.Boolean(),
  fallback: false,
  writableBy: 'company',
  description:
    'Whether a credit note that a person or an API key writes waits until somebody else with the permission credits.approve has approved it: true or false. What refunds and imports bring is not asked about.',
})

export const creditApprovalAbove = defineSetting({
  key: 'credit_notes.approval_above',
  schema: Type.Integer({ minimum: 0, maximum: 99_999_999, 'x-unit': 'minor_units' }),
  fallback: 0,
  writableBy: 'company',
  description:
    'Above which amount credit notes need approval, in minor units of the company’s currency (0 to 99999999; 0: all of them). In other currencies all of them do.',
})

export const receivableSettings: readonly Setting[] = [disputesLost, creditApproval, creditApprovalAbove]
