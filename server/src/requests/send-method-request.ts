import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage, requireDeliverable } from '../messaging/index.ts'
import { requireMerchantAccount } from '../payments/index.ts'
import { methodRequestSent } from './events.ts'
import { FORM_LABEL, linkToken, tokenHash } from './link-token.ts'
import { methodFormWords } from './method-form-words.ts'
import { METHOD_REQUEST, type MethodRequest } from './method-requests.queries.ts'

/** from sending, whether or not it is opened. */
const GOOD_FOR_HOURS = 4

/** R-069 R-070 R-071: mails a customer a form by which they let the company keep what they pay by. */
export async function sendMethodRequest(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: { linkKey: Buffer; company: Company; customerId: CustomerId; email: string },
): Promise<MethodRequest> {
  const { company, customerId, email } = order
  const customer = await findCustomer(tx, customerId)
  if (customer === undefined) throw new NotFound('customer')
  await requireMerchantAccount(tx, company.currency)
  await requireDeliverable(tx, email, 'method_request')
  const id = newId<'pmr'>()
  const hash = tokenHash(linkToken(order.linkKey, company, id, FORM_LABEL))
  const expiresAt = new Date(now.getTime() + GOOD_FOR_HOURS * 3_600_000)
  const request = await tx.one(sql<MethodRequest>`
    insert into requests.method_requests (company_id, id, customer_id, email, token_hash, state, asked_by, sent_at, expires_at)
    values (${tx.companyId}, ${id}, ${customerId}, ${email}, ${hash}, 'sent',
      ${actor.type === 'staff' ? actor.id : null}, ${now}, ${expiresAt})
    returning ${METHOD_REQUEST}`)
  const locale = defaultLocale(customer.language ?? company.language, company.country)
  const say = methodFormWords(locale)
  const named = { company: company.displayName, hours: GOOD_FOR_HOURS }
  await queueMessage(tx, {
    kind: 'method_request',
    to: { address: email, name: customer.name },
    locale,
    content: {
      subject: say('subject', named),
      preview: say('preview', named),
      heading: say('heading'),
      paragraphs: [say('intro', named), say('safe', named)],
      button: say('button'),
      closing: [say('closing', named)],
      seller: {
        name: company.displayName,
        phone: company.phone ?? undefined,
        email: company.email ?? undefined,
        addressLines: company.addressLines,
      },
    },
    attachments: [],
    linkId: id,
    subject: { type: 'method_request', id },
    dedupeKey: `method_request:${id}`,
  })
  await emit(tx, actor, methodRequestSent, id, { customer_id: customerId, email })
  return request
}
