import type { CustomerId } from '../../customers/index.ts'
import { type Company, findUser, type UserId } from '../../identity/index.ts'
import type { Db, Tx } from '../../lib/db/index.ts'
import { defineWords, speak } from '../../lib/words.ts'
import { keepConsent } from '../../payments/index.ts'
import { ConsentOutdated } from '../errors.ts'
import type { Submission } from '../submission.ts'

/** Names the text below: when a word of it changes, this does. What was agreed to is kept word for word. */
export const PHONE_SAVING_VERSION = '2026-11-23-phone'

const words = defineWords({
  en: {
    text: 'The customer agrees, on the phone with {person}, that {company} keeps this card and may charge it for later invoices and orders that they agree to. They can take this back at any time by telling {company}.',
  },
  fr: {
    text: 'Le client accepte, au téléphone avec {person}, que {company} garde cette carte et la débite pour les factures et commandes ultérieures qu’il acceptera. Il peut retirer cet accord à tout moment en prévenant {company}.',
  },
})

/** What a customer agrees to on the phone who lets the company keep their card, and who heard it. */
export async function phoneSavingText(
  db: Db,
  locale: string,
  { company, userId }: { company: Company; userId: UserId },
): Promise<string> {
  const person = await findUser(db, userId)
  return speak(words, locale)('text', { company: company.displayName, person: person?.name ?? '' })
}

/** keeps what was agreed to before the processor is asked to keep anything. */
export async function acceptPhoneSaving(
  tx: Tx,
  now: Date,
  company: Company,
  given: {
    save: NonNullable<Submission['save']>
    locale: string
    paymentId: string
    customerId: CustomerId
    userId: UserId
    name: string | null
    email: string | null
  },
): Promise<void> {
  const { save, locale, name, email } = given
  if (save.version !== PHONE_SAVING_VERSION) {
    throw new ConsentOutdated(
      'What the customer agrees to reads otherwise by now. Nothing was charged and nothing was saved; reload the page and read it to them.',
      { field: 'save' },
    )
  }
  await keepConsent(
    tx,
    { type: 'payment', id: given.paymentId },
    {
      customerId: given.customerId,
      version: PHONE_SAVING_VERSION,
      locale,
      text: await phoneSavingText(tx, locale, { company, userId: given.userId }),
      name,
      email,
      // Of the person who heard it.
      address: save.ip,
      userAgent: save.userAgent,
      acceptedAt: now,
    },
  )
}
