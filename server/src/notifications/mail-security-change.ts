import { type Company, findCompany, findUser, findUserChange, type UserId } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { sellerOf } from './payment-emails.ts'
import { type SecurityChange, securityWords } from './security-words.ts'

/**
 * Tells a person what befell the way they sign in, and what to do if it was not them, in the name of the company in which
 * the event was told.
 */
export async function mailSecurityChange(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const userId = event.subjectId as UserId
  const [user, company] = await Promise.all([
    findUser(database.global, userId),
    findCompany(database.global, companyId),
  ])
  if (user === undefined || company === undefined) return
  const locale = defaultLocale(user.language, company.country)
  await database.write(companyId, async (tx) => {
    const change = await findUserChange(tx, event.id)
    const kind = change && kindOf(event.type, change.detail)
    if (change === undefined || kind === undefined) return
    await queueMessage(tx, {
      kind: 'security_notice',
      to: { address: user.email, name: user.name },
      locale,
      content: securityNotice(kind, { company, user, ...change, locale }),
      attachments: [],
      linkId: event.id,
      subject: { type: 'user', id: user.id },
      dedupeKey: `security_notice:${event.id}`,
    })
  })
}

/** Undefined where there is nothing to warn of: a first password is chosen by a mailed link, or by the operator. */
function kindOf(type: string, detail: unknown): SecurityChange | undefined {
  switch (type) {
    case 'user.second_factor_turned_on':
      return 'factor_on'
    case 'user.second_factor_turned_off':
      return 'factor_off'
    case 'user.new_browser_seen':
      return 'new_browser'
    default: {
      const { how } = detail as { how?: 'first' | 'changed' | 'reset' }
      return how === 'changed' || how === 'reset' ? `password_${how}` : undefined
    }
  }
}

interface Told {
  company: Company
  user: { name: string; email: string }
  at: Date
  detail: unknown
  locale: string
}

function securityNotice(kind: SecurityChange, { company, user, at, detail, locale }: Told): EmailContent {
  const say = securityWords(locale)
  const { address, user_agent: agent } = detail as { address?: string; user_agent?: string }
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: company.timeZone,
  })
  return {
    subject: say(`${kind}_subject`),
    preview: say('preview'),
    heading: say(`${kind}_subject`),
    paragraphs: [say('hello', { name: user.name }), say(`${kind}_text`)],
    facts: [
      { label: say('fact_account'), value: user.email },
      { label: say('fact_at'), value: moment.format(at) },
      ...(agent ? [{ label: say('fact_browser'), value: agent }] : []),
      ...(address ? [{ label: say('fact_address'), value: address }] : []),
    ],
    button: say('button'),
    closing: [say('yours'), say('not_yours', { company: company.displayName })],
    seller: sellerOf(company),
  }
}
