import type { Company } from '../identity/index.ts'
import { systemClock } from '../lib/clock.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { Values } from '../messaging/index.ts'
import { noticeWords } from './words.ts'

/** What the variables of a text stand for in a test of it; the company is itself. */
export function sampleValues(company: Company, locale: string): Values {
  const say = noticeWords(locale)
  const money = formatMoney(12_500n, company.currency as Currency, locale)
  return {
    'company.name': company.displayName,
    'company.phone': company.phone,
    'company.email': company.email,
    'customer.name': say('sample_name'),
    'customer.code': 'C-1042',
    'customer.email': 'camille@example.com',
    'customer.phone': '+1 212 555 0100',
    'request.amount': money,
    'request.reference': 'INV-1042',
    'request.due_on': new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(systemClock.now()),
    'payment.amount': money,
    'payment.receipt': 'pay_01…',
    'appointment.starts_at': new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(systemClock.now()),
  }
}

/** What has no sample stands for itself, by its name: custom attributes are anybody's. */
export function namesInPlace(variables: readonly string[]): Values {
  return Object.fromEntries(variables.map((name) => [name, `‹${name}›`]))
}
