import { type Company, findCompany, staffToNotify } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { defaultLocale } from '../lib/words.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import {
  type Dispute,
  type DisputeId,
  type DisputeState,
  findDispute,
  findPayment,
  type Payment,
} from '../payments/index.ts'
import { findRequest, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { disputeReason } from './dispute-reasons.ts'
import { disputeWords } from './dispute-words.ts'
import { sellerOf } from './payment-emails.ts'

/** What is told, by how the dispute stands; that evidence was handed in is told by whoever did. */
const NEWS = {
  inquiry: 'inquiry',
  needs_response: 'opened',
  under_review: undefined,
  won: 'won',
  lost: 'lost',
  closed: 'closed',
} as const satisfies Record<DisputeState, unknown>

type News = NonNullable<(typeof NEWS)[DisputeState]>

/** How a dispute stands by now, to each member of staff who wants notices; each once however often this runs. */
export async function notifyDispute(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const dispute = await findDispute(tx, event.subjectId as DisputeId)
    const news = dispute && NEWS[dispute.state]
    const payment = dispute && (await findPayment(tx, dispute.paymentId))
    if (dispute === undefined || news === undefined || payment === undefined) return
    const request =
      payment.purposeType === REQUEST_PURPOSE
        ? await findRequest(tx, payment.purposeId as RequestId)
        : undefined
    for (const person of await staffToNotify(tx, 'payment_received')) {
      const locale = defaultLocale(person.language, company.country)
      await queueMessage(tx, {
        kind: 'dispute_notice',
        to: { address: person.email, name: person.name },
        locale,
        content: disputeEmail({
          company,
          dispute,
          payment,
          reference: request?.reference ?? '',
          news,
          locale,
        }),
        attachments: [],
        linkId: null,
        subject: { type: 'dispute', id: dispute.id },
        dedupeKey: `dispute_${news}:${toWireId('dsp', dispute.id)}:${person.membershipId}`,
      })
    }
  })
}

interface DisputeMail {
  company: Company
  dispute: Dispute
  payment: Payment
  reference: string
  news: News
  locale: string
}

function disputeEmail({ company, dispute, payment, reference, news, locale }: DisputeMail): EmailContent {
  const say = disputeWords(locale)
  const day = (at: Date) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone }).format(at)
  const due = dispute.dueBy === null ? '' : day(dispute.dueBy)
  const given = {
    amount: formatMoney(dispute.amount, dispute.currency as Currency, locale),
    reference,
    date: day(payment.settledAt ?? payment.createdAt),
    due,
  }
  const payer = payment.payerName ?? payment.payerEmail
  const isAsked = news === 'inquiry' || news === 'opened'
  return {
    subject: say(`${news}_subject`, given),
    preview: say(`${news}_preview`, given),
    heading: say(`${news}_heading`, given),
    amount: given.amount,
    paragraphs: [say(`${news}_intro`, given)],
    facts: [
      ...(payer === null ? [] : [{ label: say('fact_payer'), value: payer }]),
      { label: say('fact_reason'), value: disputeReason(dispute.reason, locale) },
      ...(isAsked && due !== '' ? [{ label: say('fact_due'), value: due }] : []),
    ],
    closing: [say('notice_closing')],
    seller: sellerOf(company),
  }
}
