import {
  type AppointmentId,
  type CustomerId,
  findAppointment,
  findCustomer,
  nearestAppointment,
} from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { formatMoney } from '../lib/money.ts'
import type { Values } from '../messaging/index.ts'
import type { PaymentRequest } from './requests.queries.ts'

/** Whom and what a text is about. */
export interface TextSubject {
  company: Company
  customerId: CustomerId | null
  request: PaymentRequest | undefined
  /** Unless told, the customer's next appointment, else the last one. */
  appointmentId: AppointmentId | undefined
  locale: string
}

/** What the variables of a text stand for, in the words and figures of a locale. All but the link. */
export async function textValues(db: Db, now: Date, subject: TextSubject): Promise<Values> {
  const { company, customerId, request, locale } = subject
  const customer = customerId === null ? undefined : await findCustomer(db, customerId)
  const appointment = await appointmentOf(db, now, subject)
  return {
    ...attributes('customer', customer?.meta),
    ...attributes('appointment', appointment?.meta),
    'company.name': company.displayName,
    'company.phone': company.phone,
    'company.email': company.email,
    'customer.name': customer?.name ?? request?.snapshot.customerName ?? null,
    'customer.code': customer?.code ?? null,
    'customer.email': customer?.email ?? null,
    'customer.phone': customer?.phone ?? null,
    'request.amount':
      request === undefined
        ? null
        : formatMoney(request.open > 0n ? request.open : request.total, request.currency as Currency, locale),
    'request.reference': request?.reference ?? null,
    'request.due_on': dueOn(request, locale),
    'appointment.starts_at':
      appointment === undefined
        ? null
        : new Intl.DateTimeFormat(locale, {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: company.timeZone,
          }).format(appointment.startsAt),
  }
}

async function appointmentOf(db: Db, now: Date, { appointmentId, customerId }: TextSubject) {
  if (appointmentId === undefined)
    return customerId === null ? undefined : nearestAppointment(db, customerId, now)
  const named = await findAppointment(db, appointmentId)
  // Another customer's appointment would tell one customer of another.
  if (named === undefined || named.customerId !== customerId)
    throw new NotFound('appointment of this customer')
  return named
}

function attributes<P extends 'customer' | 'appointment'>(of: P, meta: Record<string, string> | undefined) {
  return Object.fromEntries(Object.entries(meta ?? {}).map(([key, value]) => [`${of}.meta_${key}`, value]))
}

/** Many documents have many due dates: then there is none to name. */
function dueOn(request: PaymentRequest | undefined, locale: string): string | null {
  const days = new Set(request?.snapshot.documents.map((document) => document.dueOn))
  const [day] = days
  if (days.size !== 1 || day === undefined || day === null) return null
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
