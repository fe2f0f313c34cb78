import { findCustomer } from '../customers/index.ts'
import { type Company, findCompany, readSetting } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { findPaymentMethod, type PaymentMethod, type PaymentMethodId } from '../payments/index.ts'
import { expiringWords } from './expiring-words.ts'
import { brandName, sellerOf } from './payment-emails.ts'
import { tellExpiry } from './settings.ts'

/**
 * A saved card expires next month: its customer is told by mail, where the company wants that, once for a card and its
 * month. What is removed or replaced by then, or expired, is not told of.
 */
export async function notifyExpiring(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    if (!(await readSetting(tx, tellExpiry))) return
    const method = await findPaymentMethod(tx, event.subjectId as PaymentMethodId)
    if (method?.state !== 'active' || method.expMonth === null || method.expYear === null) return
    const customer = await findCustomer(tx, method.customerId)
    if (customer === undefined || customer.email === null) return
    const locale = defaultLocale(customer.language ?? company.language, company.country)
    const { expMonth, expYear } = method
    await queueMessage(tx, {
      kind: 'method_expiring',
      to: { address: customer.email, name: customer.name },
      locale,
      content: expiringEmail(company, method, { expMonth, expYear, locale }),
      attachments: [],
      linkId: null,
      subject: { type: 'payment_method', id: method.id },
      dedupeKey: `method_expiring:${toWireId('pm', method.id)}:${expYear}-${expMonth}`,
    })
  })
}

function expiringEmail(
  company: Company,
  { brand, last4 }: PaymentMethod,
  { expMonth, expYear, locale }: { expMonth: number; expYear: number; locale: string },
): EmailContent {
  const say = expiringWords(locale)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(expYear, expMonth - 1, 1)),
  )
  const named = { company: company.displayName, last4, month }
  return {
    subject: say('subject', named),
    preview: say('preview', named),
    heading: say('heading'),
    paragraphs: [say('intro', named), say('next', named)],
    facts: [
      { label: say('fact_card'), value: `${brandName(brand)} ···· ${last4}`.trim() },
      { label: say('fact_expires'), value: month },
    ],
    closing: [say('closing', named)],
    seller: sellerOf(company),
  }
}
