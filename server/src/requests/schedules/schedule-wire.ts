import { type Static, Type } from 'typebox'
import { toWireId } from '../../lib/ids.ts'
import { currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { invoiceScheduleStates } from './invoice-schedule.state.ts'
import type { InvoiceSchedule, ScheduledInvoice } from './invoice-schedules.queries.ts'
import { occurrence } from './occurrence.ts'

export const SCHEDULE_STATES = Object.keys(invoiceScheduleStates) as (keyof typeof invoiceScheduleStates)[]
const Tax = Type.Object({ rate: Type.String(), name: nullable(Type.String()) })
const SHOWN_DAYS = 3

export const InvoiceScheduleWire = Type.Object(
  {
    object: Type.Literal('invoice_schedule'),
    id: wireId('sch'),
    customer: wireId('cus'),
    status: Type.Enum(SCHEDULE_STATES),
    revision: Type.Integer(),
    currency: currencyCode,
    tax_included: Type.Boolean(),
    lines: Type.Array(
      Type.Object({
        description: Type.String(),
        quantity: Type.String(),
        unit: nullable(Type.String()),
        unit_price: Type.String(),
        taxes: Type.Array(Tax),
      }),
    ),
    discount: nullable(Type.Object({ label: Type.String(), amount: Type.String() })),
    shipping: nullable(Type.Object({ amount: Type.String(), taxes: Type.Array(Tax) })),
    order_reference: nullable(Type.String()),
    note: nullable(Type.String()),
    due_in_days: nullable(Type.Integer()),
    unit: Type.Enum(['week', 'month']),
    every: Type.Integer(),
    starts_on: Type.String(),
    ends_on: nullable(Type.String()),
    next_days: Type.Array(Type.String(), {
      description: 'The next days of it, three at most, from six in the morning of the company on.',
    }),
    created_at: timestamp,
    invoices: Type.Optional(
      Type.Array(
        Type.Object({
          invoice: wireId('inv'),
          day: Type.String(),
          outcome: nullable(
            Type.String({ description: '`sent`, or the code of why not; null until it was tried.' }),
          ),
        }),
        { description: 'Its newest invoices, at most 100.' },
      ),
    ),
  },
  { $id: 'InvoiceSchedule' },
)

export function scheduleToWire(
  schedule: InvoiceSchedule,
  invoices?: readonly ScheduledInvoice[],
): Static<typeof InvoiceScheduleWire> {
  const { terms } = schedule
  const taxes = (each: readonly { rate: string; name?: string | undefined }[]) =>
    each.map(({ rate, name }) => ({ rate, name: name ?? null }))
  return {
    object: 'invoice_schedule',
    id: toWireId('sch', schedule.id),
    customer: toWireId('cus', schedule.customerId),
    status: schedule.state,
    revision: schedule.revision,
    currency: schedule.currency.toLowerCase(),
    tax_included: terms.taxIncluded,
    lines: terms.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      taxes: taxes(line.taxes),
    })),
    discount: terms.discount,
    shipping: terms.shipping && { amount: terms.shipping.amount, taxes: taxes(terms.shipping.taxes) },
    order_reference: schedule.orderReference,
    note: schedule.note,
    due_in_days: schedule.dueInDays,
    unit: schedule.unit,
    every: schedule.every,
    starts_on: schedule.startsOn,
    ends_on: schedule.endsOn,
    next_days: nextDays(schedule),
    created_at: schedule.createdAt.toISOString(),
    ...(invoices !== undefined && {
      invoices: invoices.map(({ invoiceId, day, outcome }) => ({
        invoice: toWireId('inv', invoiceId),
        day,
        outcome,
      })),
    }),
  }
}

function nextDays(schedule: InvoiceSchedule): string[] {
  if (schedule.state !== 'active') return []
  return Array.from({ length: SHOWN_DAYS }, (_, at) => occurrence(schedule, schedule.passed + at)).filter(
    (day) => day !== undefined,
  )
}
