import { sql, type Tx } from '../lib/db/index.ts'
import { type Id, newId } from '../lib/ids.ts'
import { enqueue } from '../lib/outbox.ts'
import { messageIdHeader } from './delivery-report.ts'
import type { EmailContent } from './email-content.ts'

export type MessageId = Id<'msg'>

/** The job that sends a queued message. */
export const SEND_MESSAGE = 'send_message'

/** A mail with more documents keeps a server busy for a while: of a company they go one after the other. */
const FEW_DOCUMENTS = 3

/** A document to render or read when the message is sent: who does is the application's to say. */
export interface AttachmentReference {
  kind: 'invoice_pdf' | 'receipt_pdf' | 'statement_pdf' | 'request_list_pdf' | 'attachment'
  id: string
}

export type MessageKind =
  | 'invoice'
  | 'statement'
  | 'payment_request'
  | 'payment_reminder'
  | 'receipt'
  | 'refund'
  | 'refund_returned'
  | 'thank_you'
  | 'payment_notice'
  | `payment_${'processing' | 'failed' | 'returned'}`
  | `payment_${'processing' | 'failed' | 'returned'}_notice`
  | 'dispute_notice'
  | 'wire_taken_back'
  | 'payment_taken_back'
  | 'link_notice'
  | 'payout_paid_notice'
  | 'payout_failed_notice'
  | 'payment_cleared_notice'
  | 'invitation'
  | 'method_request'
  | 'method_request_notice'
  | 'method_expiring'
  | 'password_reset'
  | 'security_notice'
  | 'test'

export interface NewMessage {
  kind: MessageKind
  to: { address: string; name: string | null }
  locale: string
  content: EmailContent
  attachments: readonly AttachmentReference[]
  linkId: string | null
  subject: { type: string; id: string }
  /** What makes it this message and no other: told twice, it is sent once. */
  dedupeKey: string
}

/**
 * Queues an e-mail in the caller's transaction. Its Message-ID is fixed here and kept over every repeat, so
 * that a mail program shows one message even where a server took it twice. Returns undefined if it was queued before.
 */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<MessageId | undefined> {
  const id = newId<'msg'>()
  const added = await tx.change(
    sql`
    insert into messaging.messages (company_id, id, channel, kind, to_address, to_name, locale, content, attachments,
      link_id, subject_type, subject_id, dedupe_key, message_id, state)
    values (${tx.companyId}, ${id}, 'email', ${message.kind}, ${message.to.address}, ${message.to.name},
      ${message.locale}, ${JSON.stringify(message.content)}, ${JSON.stringify(message.attachments)},
      ${message.linkId}, ${message.subject.type}, ${message.subject.id}, ${message.dedupeKey},
      ${messageIdHeader(tx.companyId, id)}, 'queued')
    on conflict (company_id, dedupe_key) do nothing`,
    undefined,
  )
  if (added === 0) return undefined
  const queue = message.attachments.length > FEW_DOCUMENTS ? `documents ${tx.companyId}` : null
  enqueue(tx, SEND_MESSAGE, { message_id: id }, queue)
  return id
}
