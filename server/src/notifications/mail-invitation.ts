import { findCompany, findInvitedPerson } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { sellerOf } from './payment-emails.ts'
import { staffWords } from './staff-words.ts'

/** Mails an invited person the link that is good now, once for each link. */
export async function mailInvitation(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const person = await findInvitedPerson(tx, event.subjectId as Id<'mem'>)
    if (person === undefined) return
    const locale = defaultLocale(person.language, company.country)
    const say = staffWords(locale)
    const named = { company: company.displayName, name: person.name }
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone })
    await queueMessage(tx, {
      kind: 'invitation',
      to: { address: person.email, name: person.name },
      locale,
      content: {
        subject: say('invitation_subject', named),
        preview: say('invitation_preview', named),
        heading: say('invitation_heading', named),
        paragraphs: [say('invitation_intro', named)],
        button: say('invitation_button'),
        closing: [say('invitation_closing', { ...named, date: date.format(person.expiresAt) })],
        seller: sellerOf(company),
      },
      attachments: [],
      linkId: person.invitationId,
      subject: { type: 'membership', id: event.subjectId },
      dedupeKey: `invitation:${person.invitationId}`,
    })
  })
}
