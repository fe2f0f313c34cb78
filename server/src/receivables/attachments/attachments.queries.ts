import { type Db, raw, sql } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { FileType } from './file-type.ts'

export type AttachmentId = Id<'att'>

export interface Attachment {
  id: AttachmentId
  fileName: string
  contentType: FileType
  sizeBytes: number
  sha256: Buffer
  createdAt: Date
}

export const ATTACHMENT =
  raw(`id, file_name "fileName", content_type "contentType", size_bytes "sizeBytes", sha256,
  created_at "createdAt"`)

export async function findAttachment(db: Db, id: AttachmentId): Promise<Attachment | undefined> {
  return db.maybe(sql<Attachment>`
    select ${ATTACHMENT} from receivables.attachments where company_id = ${db.companyId} and id = ${id}`)
}

/** The attachments there are of these, in their order. */
export async function findAttachments(db: Db, ids: readonly AttachmentId[]): Promise<Attachment[]> {
  return db.many(sql<Attachment>`
    select ${ATTACHMENT} from receivables.attachments
    where company_id = ${db.companyId} and id = any(${ids}) order by array_position(${ids}::uuid[], id)`)
}

/** The file itself. */
export async function readAttachment(
  db: Db,
  id: AttachmentId,
): Promise<(Attachment & { bytes: Buffer }) | undefined> {
  return db.maybe(sql<Attachment & { bytes: Buffer }>`
    select ${ATTACHMENT}, bytes from receivables.attachments where company_id = ${db.companyId} and id = ${id}`)
}
