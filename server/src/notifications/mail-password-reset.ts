import { findCompany, findResetRecipient } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { sellerOf } from './payment-emails.ts'
import { staffWords } from './staff-words.ts'

/** Mails the link of a reset in the name of a company that the person works for; nothing where there is nobody. */
export async function mailPasswordReset(database: Database, resetId: string): Promise<void> {
  const found = await findResetRecipient(database.global, resetId)
  const company = found && (await findCompany(database.global, found.company.id))
  if (found === undefined || company === undefined) return
  const { user } = found
  const locale = defaultLocale(user.language, company.country)
  const say = staffWords(locale)
  await database.write(company.id, async (tx) => {
    await queueMessage(tx, {
      kind: 'password_reset',
      to: { address: user.email, name: user.name },
      locale,
      content: {
        subject: say('reset_subject'),
        preview: say('reset_preview'),
        heading: say('reset_heading'),
        paragraphs: [say('reset_intro', { name: user.name, email: user.email })],
        button: say('reset_button'),
        closing: [say('reset_closing')],
        seller: sellerOf(company),
      },
      attachments: [],
      linkId: resetId,
      subject: { type: 'user', id: user.id },
      dedupeKey: `password_reset:${resetId}`,
    })
  })
}
