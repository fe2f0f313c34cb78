import { type Company, findCompany, type StaffMember, staffToNotify } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { defaultLocale } from '../lib/words.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { findLink, findRequest, type LinkId } from '../requests/index.ts'
import { noticeWords } from './words.ts'

type Request = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** The holder of a link that is over asked for a new one: each member of staff who wants notices is told, once. */
export async function notifyLinkWanted(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const link = await findLink(tx, event.subjectId as LinkId)
    const request = link === undefined ? undefined : await findRequest(tx, link.requestId)
    if (request === undefined) return
    for (const person of await staffToNotify(tx, 'link_wanted')) {
      const locale = localeOf(person, company)
      await queueMessage(tx, {
        kind: 'link_notice',
        to: { address: person.email, name: person.name },
        locale,
        content: wantedNotice(company, request, locale),
        attachments: [],
        linkId: null,
        subject: { type: 'payment_request', id: request.id },
        dedupeKey: `link_notice:${event.subjectId}:${person.membershipId}`,
      })
    }
  })
}

function localeOf(person: StaffMember, company: Company): string {
  return defaultLocale(person.language, company.country)
}

function wantedNotice(company: Company, request: Request, locale: string): EmailContent {
  const say = noticeWords(locale)
  const { reference, snapshot } = request
  const customer = snapshot.customerName ?? say('someone')
  return {
    subject: say('wanted_subject', { reference }),
    preview: say('wanted_preview', { customer }),
    heading: say('wanted_heading', { reference }),
    amount: formatMoney(request.open, request.currency as Currency, locale),
    paragraphs: [say('wanted_intro', { customer })],
    facts: [{ label: say('fact_customer'), value: customer }],
    closing: [say('notice_closing')],
    seller: {
      name: company.displayName,
      phone: company.phone ?? undefined,
      email: company.email ?? undefined,
      addressLines: company.addressLines,
    },
  }
}
