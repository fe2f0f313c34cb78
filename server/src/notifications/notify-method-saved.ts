import { findCustomer } from '../customers/index.ts'
import { findCompany, findUser, type UserId } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { defaultLocale, defineWords, speak } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { findPaymentMethod } from '../payments/index.ts'
import { findMethodRequest, type MethodRequestId } from '../requests/index.ts'
import { sellerOf } from './payment-emails.ts'

const words = defineWords({
  en: {
    subject: '{customer} filled in the form',
    preview: 'What they pay by is saved.',
    heading: 'A payment method was saved',
    text: '{customer} filled in the form that you sent. The {type, select, ach {bank account} other {card}} ending in {last4} is saved and can be charged, from their profile, tab Payment methods.',
  },
  fr: {
    subject: '{customer} a rempli le formulaire',
    preview: 'Son moyen de paiement est enregistré.',
    heading: 'Un moyen de paiement est enregistré',
    text: '{customer} a rempli le formulaire que vous aviez envoyé. {type, select, ach {Le compte bancaire} other {La carte}} se terminant par {last4} {type, select, ach {est enregistré et peut être débité} other {est enregistrée et peut être débitée}}, depuis sa fiche, onglet Moyens de paiement.',
  },
})

/** whoever sent the form is told that it was filled in, once. */
export async function notifyMethodSaved(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  const request = await database.read(companyId, (db) =>
    findMethodRequest(db, event.subjectId as MethodRequestId),
  )
  if (company === undefined || request?.askedBy == null || request.paymentMethodId === null) return
  const person = await findUser(database.global, request.askedBy as UserId)
  if (person === undefined) return
  const { customerId, paymentMethodId, id } = request
  await database.write(companyId, async (tx) => {
    const [customer, method] = await Promise.all([
      findCustomer(tx, customerId),
      findPaymentMethod(tx, paymentMethodId),
    ])
    if (customer === undefined || method === undefined) return
    const locale = defaultLocale(person.language, company.country)
    const say = speak(words, locale)
    const named = { customer: customer.name, last4: method.last4, type: method.type }
    await queueMessage(tx, {
      kind: 'method_request_notice',
      to: { address: person.email, name: person.name },
      locale,
      content: {
        subject: say('subject', named),
        preview: say('preview'),
        heading: say('heading'),
        paragraphs: [say('text', named)],
        closing: [],
        seller: sellerOf(company),
      },
      attachments: [],
      linkId: null,
      subject: { type: 'method_request', id },
      dedupeKey: `method_request_notice:${id}`,
    })
  })
}
