import { type Db, raw, sql } from '../lib/db/index.ts'
import type { EmailContent } from './email-content.ts'
import type { AttachmentReference, MessageId } from './queue-message.ts'

export type MessageState = 'queued' | 'sent' | 'delivered' | 'failed'

export interface Message {
  id: MessageId
  kind: string
  toAddress: string
  toName: string | null
  locale: string
  content: EmailContent
  attachments: AttachmentReference[]
  linkId: string | null
  subjectType: string
  subjectId: string
  messageId: string
  state: MessageState
  attempts: number
  lastError: string | null
  createdAt: Date
  sentAt: Date | null
}

const MESSAGE =
  raw(`id, kind, to_address "toAddress", to_name "toName", locale, content, attachments, link_id "linkId",
  subject_type "subjectType", subject_id "subjectId", message_id "messageId", state, attempts,
  last_error "lastError", created_at "createdAt", sent_at "sentAt"`)

export function findMessage(db: Db, id: MessageId): Promise<Message | undefined> {
  return db.maybe(sql<Message>`
    select ${MESSAGE} from messaging.messages where company_id = ${db.companyId} and id = ${id}`)
}

export function findMessages(db: Db, ids: readonly MessageId[]): Promise<Message[]> {
  return db.many(sql<Message>`
    select ${MESSAGE} from messaging.messages where company_id = ${db.companyId} and id = any(${ids})`)
}

/** What was sent about subjects, oldest first. */
export function listMessagesAbout(db: Db, subjectIds: readonly string[]): Promise<Message[]> {
  return db.many(sql<Message>`
    select ${MESSAGE} from messaging.messages
    where company_id = ${db.companyId} and subject_id = any(${subjectIds}::uuid[]) order by id`)
}
