import { findCustomer } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { defaultLocale } from '../lib/words.ts'
import { requireDeliverable } from '../messaging/index.ts'
import { checkLinksAllowed, originOf } from './check-links-allowed.ts'
import type { TextOrder } from './compose-text.ts'
import { RecipientMissing } from './errors.ts'
import { mailReminder } from './mail-reminder.ts'
import { requireCurrent } from './newer-statement.ts'
import {
  RemindedJustNow,
  RequestIsBeingPaid,
  RequestIsPaid,
  RequestIsVoided,
  RequestNotSent,
  RequestSettledElsewhere,
  RequestWrittenOff,
} from './reminder-errors.ts'
import {
  findReceiptAddress,
  findRequest,
  lockRequest,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'

/** Two people, or one person twice, mean one reminder. */
const APART_MS = 60_000

/**
 * Reminds of an unpaid request, by hand and at any time after it was sent: by e-mail to where it last
 * went, else to the customer, with a new link that supersedes the one before it at that address, as sending does.
 * The text is the fixed one in the customer's language (K19), a saved reply, or what the sender wrote.
 */
export async function remindRequest(
  tx: Tx,
  actor: Actor,
  now: Date,
  options: { linkKey: Buffer; company: Company; requestId: RequestId; text: TextOrder },
): Promise<PaymentRequest> {
  const { company, requestId } = options
  const locked = await lockRequest(tx, requestId)
  const request = await findRequest(tx, requestId)
  if (locked === undefined || request === undefined) throw new NotFound('payment request')
  requireUnpaid(request)
  requireQuiet(request, now)
  await requireCurrent(tx, request)
  const { kind, customerId, open, currency } = request
  await checkLinksAllowed(tx, { origin: originOf(kind), customerId, open, currency, channel: 'email' })
  const customer = customerId === null ? undefined : await findCustomer(tx, customerId)
  const recipient = (await findReceiptAddress(tx, requestId)) ?? request.recipient ?? customer?.email
  if (recipient === undefined || recipient === null) {
    throw new RecipientMissing(
      'This request was only copied, and its customer has no e-mail address. Nobody was reminded; add an address to the customer, or send the request to one.',
      { field: 'email' },
    )
  }
  await requireDeliverable(tx, recipient, 'payment_reminder')
  const locale = defaultLocale(customer?.language ?? company.language, customer?.country ?? company.country)
  const { reminders } = await mailReminder(tx, actor, now, {
    linkKey: options.linkKey,
    company,
    request,
    recipient,
    name: customer?.name ?? null,
    locale,
    text: options.text,
    keepsLink: false,
  })
  return { ...request, reminders, lastRemindedAt: now }
}

/** What is not unpaid is said for what it is, in the order in which it matters to the money. */
function requireUnpaid(request: PaymentRequest): void {
  if (request.state === 'voided')
    throw new RequestIsVoided('This request was taken back and is owed no more. Nobody was reminded.')
  if (request.settledAt !== null)
    throw new RequestIsPaid('This request is paid. Nobody was reminded; there is nothing to do.')
  if (request.inFlight > 0n) {
    throw new RequestIsBeingPaid(
      'A payment of this request is under way. Nobody was reminded; wait for what becomes of it.',
    )
  }
  if (request.open === 0n && request.isWrittenOff)
    throw new RequestWrittenOff(
      'What this request asks for is written off, so nothing is asked for any more. Nobody was reminded; recover the invoice first if it is to be paid after all.',
    )
  if (request.open === 0n) {
    throw new RequestSettledElsewhere(
      'What this request asks for was settled in another way. Nobody was reminded; there is nothing to do.',
    )
  }
  if (request.state === 'draft')
    throw new RequestNotSent('This request was never sent. Nobody was reminded; send it first.')
}

function requireQuiet({ lastRemindedAt }: PaymentRequest, now: Date): void {
  if (lastRemindedAt === null || now.getTime() - lastRemindedAt.getTime() >= APART_MS) return
  throw new RemindedJustNow(
    'A reminder of this request went out within the last minute. No second one was sent; wait a minute if you mean it.',
    { details: { last_reminded_at: lastRemindedAt.toISOString() } },
  )
}
