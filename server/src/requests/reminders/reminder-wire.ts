import { type Static, Type } from 'typebox'
import type { Columns } from '../../identity/index.ts'
import { amountCell } from '../../lib/csv/csv-text.ts'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { SKIP_REASONS } from './decide-reminder.ts'
import type { ListedReminder } from './reminders.queries.ts'
import type { CustomerRule } from './schedules.queries.ts'
import type { Schedule } from './steps.ts'

const clockTime = (description: string) =>
  Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description })
const offsetsSchema = Type.Array(Type.Integer({ minimum: -60, maximum: 365 }), {
  minItems: 1,
  maxItems: 12,
  uniqueItems: true,
  description: 'Days after the day that an invoice is due; below zero: before.',
})

export const scheduleFields = {
  enabled: Type.Boolean({ description: 'Whether anything is sent by the schedule.' }),
  offsets: offsetsSchema,
  time: clockTime('When reminders come, by the clock where the customer is: `09:00`.'),
  quiet_hours: nullable(
    Type.Object(
      { from: clockTime('`20:00`'), until: clockTime('`08:00`; over midnight where it is the earlier one.') },
      {
        additionalProperties: false,
        description: 'When nothing is sent, by the clock where the customer is; what is due then waits.',
      },
    ),
  ),
  business_days: Type.Boolean({
    description:
      'Whether what is due on a Saturday, a Sunday or, in the United States, a federal holiday waits for the next other day.',
  }),
  most: Type.Integer({ minimum: 1, maximum: 12, description: 'How many reminders of one invoice at most.' }),
}
export const ScheduleBody = Type.Object(scheduleFields, { additionalProperties: false })
export const ScheduleWire = Type.Object(
  { object: Type.Literal('reminder_schedule'), ...scheduleFields },
  { $id: 'ReminderSchedule' },
)

export function scheduleToWire(schedule: Schedule): Static<typeof ScheduleWire> {
  return {
    object: 'reminder_schedule',
    enabled: schedule.enabled,
    offsets: [...schedule.offsets],
    time: schedule.timeOfDay,
    quiet_hours: schedule.quiet === null ? null : { from: schedule.quiet.from, until: schedule.quiet.until },
    business_days: schedule.businessDays,
    most: schedule.most,
  }
}

export function scheduleOf(body: Static<typeof ScheduleBody>): Schedule {
  return {
    enabled: body.enabled,
    offsets: body.offsets,
    timeOfDay: body.time,
    quiet: body.quiet_hours,
    businessDays: body.business_days,
    most: body.most,
  }
}

export const ruleFields = {
  mode: Type.Enum(['company', 'off', 'own'], {
    description:
      'company: on the company’s days. off: never, by the schedule. own: on other days, given as `offsets`.',
  }),
  offsets: nullable(offsetsSchema),
}
export const RuleWire = Type.Object(
  { object: Type.Literal('customer_reminders'), customer: wireId('cus'), ...ruleFields },
  { $id: 'CustomerReminders' },
)

export function ruleToWire(customerId: string, { mode, offsets }: CustomerRule): Static<typeof RuleWire> {
  return { object: 'customer_reminders', customer: toWireId('cus', customerId), mode, offsets }
}

export const ReminderWire = Type.Object(
  {
    object: Type.Literal('reminder'),
    id: wireId('rmd'),
    invoice: wireId('inv'),
    number: Type.String(),
    customer: wireId('cus'),
    customer_name: Type.String(),
    step: Type.Integer({ description: 'Days after the invoice is due; below zero: before.' }),
    planned_at: timestamp,
    state: Type.Enum(['planned', 'sent', 'skipped']),
    reason: nullable(Type.Enum([...SKIP_REASONS], { description: 'Why it was not sent.' })),
    to: nullable(Type.String()),
    amount: nullable(amountOut),
    currency: currencyCode,
    payment_request: nullable(wireId('req')),
    ended_at: nullable(timestamp),
  },
  { $id: 'Reminder' },
)

export function reminderToWire(reminder: ListedReminder): Static<typeof ReminderWire> {
  const { requestId, open } = reminder
  return {
    object: 'reminder',
    id: toWireId('rmd', reminder.id),
    invoice: toWireId('inv', reminder.invoiceId),
    number: reminder.number,
    customer: toWireId('cus', reminder.customerId),
    customer_name: reminder.customerName,
    step: reminder.step,
    planned_at: reminder.plannedAt.toISOString(),
    state: reminder.state,
    reason: reminder.reason,
    to: reminder.recipient,
    amount: open === null ? null : Number(open),
    currency: reminder.currency.toLowerCase(),
    payment_request: requestId === null ? null : toWireId('req', requestId),
    ended_at: reminder.endedAt?.toISOString() ?? null,
  }
}

export const reminderColumns: Columns<Static<typeof ReminderWire>> = {
  id: (row) => row.id,
  invoice: (row) => row.number,
  customer: (row) => row.customer_name,
  step: (row) => String(row.step),
  planned_at: (row) => row.planned_at,
  state: (row) => row.state,
  reason: (row) => row.reason,
  to: (row) => row.to,
  amount: (row) => (row.amount === null ? null : amountCell(row.amount, row.currency)),
  currency: (row) => row.currency,
  ended_at: (row) => row.ended_at,
}
