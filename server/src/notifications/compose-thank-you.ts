import { type Company, readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { languageOf } from '../lib/words.ts'
import { type EmailContent, THANK_YOU_TEMPLATE, type Values } from '../messaging/index.ts'
import { composeText, paragraphsOf, requireSendable } from '../requests/index.ts'
import { sellerOf } from './payment-emails.ts'
import { thankYouTemplate, thankYouText } from './settings.ts'
import { noticeWords } from './words.ts'

/**
 * The thank-you as it is set: the company's own words in the payer's language, else its template, else the text
 * that comes with the product. A text that may not be sent throws as it does by hand (M3.15): nobody is there to
 * fill in a blank.
 */
export async function composeThankYou(
  db: Db,
  company: Company,
  options: { locale: string; values: Values },
): Promise<EmailContent> {
  const { locale } = options
  const say = noticeWords(locale)
  const message = (await readSetting(db, thankYouText))[languageOf(locale)] ?? undefined
  const template = (await readSetting(db, thankYouTemplate)) ?? THANK_YOU_TEMPLATE
  const text = await composeText(
    db,
    message === undefined ? { template, message } : { message, template: undefined },
    {
      ...options,
      kinds: ['confirmation', 'reply'],
      // It asks for nothing, so there is no link; a text that names one is told so.
      link: '',
    },
  )
  if (text === undefined) throw new NotFound('template')
  requireSendable(text, { allowBlanks: false })
  const seller = company.displayName
  return {
    subject: text.subject?.text ?? say('thankyou_subject', { seller }),
    preview: say('thankyou_subject', { seller }),
    heading: say('thankyou_heading'),
    paragraphs: paragraphsOf(text.body.text),
    closing: [],
    seller: sellerOf(company),
  }
}
