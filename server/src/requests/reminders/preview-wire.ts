import { type Static, Type } from 'typebox'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, isoDate, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { SKIP_REASONS } from './decide-reminder.ts'
import type { Foreseen } from './preview-reminders.ts'

export const PreviewWire = Type.Object(
  {
    object: Type.Literal('reminder_preview'),
    whole: Type.Boolean({
      description: 'False where there are more open invoices than are simulated at once (2,000).',
    }),
    data: Type.Array(
      Type.Object(
        {
          invoice: wireId('inv'),
          number: Type.String(),
          customer: wireId('cus'),
          customer_name: Type.String(),
          step: Type.Integer({ description: 'Days after the invoice is due; below zero: before.' }),
          at: timestamp,
          local_day: isoDate,
          local_time: Type.String({ description: 'By the clock where the customer is.' }),
          time_zone: Type.String(),
          outcome: Type.Enum(['sent', 'skipped']),
          reason: nullable(Type.Enum([...SKIP_REASONS])),
          mail: nullable(Type.Integer({ description: 'Rows that go out in one mail have the same number.' })),
          to: nullable(Type.String()),
          amount: amountOut,
          currency: currencyCode,
        },
        { $id: 'ForeseenReminder' },
      ),
    ),
  },
  { $id: 'ReminderPreview' },
)

export function previewToWire({
  rows,
  isWhole,
}: {
  rows: readonly Foreseen[]
  isWhole: boolean
}): Static<typeof PreviewWire> {
  return {
    object: 'reminder_preview',
    whole: isWhole,
    data: rows.map(({ debt, offset, at, wall, timeZone, reason, mail }) => ({
      invoice: toWireId('inv', debt.id),
      number: debt.number,
      customer: toWireId('cus', debt.customerId),
      customer_name: debt.customerName,
      step: offset,
      at: at.toISOString(),
      local_day: wall.day,
      local_time: wall.time,
      time_zone: timeZone,
      outcome: reason === undefined ? ('sent' as const) : ('skipped' as const),
      reason: reason ?? null,
      mail,
      to: debt.recipient,
      amount: Number(debt.open),
      currency: debt.currency.toLowerCase(),
    })),
  }
}
