import type { Actor } from '../../lib/actor.ts'
import { sql, sqlState, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { attachmentDeleted } from '../events.ts'
import { ATTACHMENT, type Attachment, type AttachmentId } from './attachments.queries.ts'
import { AttachmentInUse } from './errors.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/** Deletes an attachment that nothing uses. What uses one names it by a foreign key, which refuses. */
export async function deleteAttachment(tx: Tx, actor: Actor, id: AttachmentId): Promise<Attachment> {
  const deleted = await tx
    .maybe(sql<Attachment>`
      delete from receivables.attachments where company_id = ${tx.companyId} and id = ${id} returning ${ATTACHMENT}`)
    .catch((error) => {
      if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error
      throw new AttachmentInUse(
        'A request, an invoice or a credit note has this document, so it stays. Nothing was deleted.',
      )
    })
  if (deleted === undefined) throw new NotFound('attachment')
  await emit(tx, actor, attachmentDeleted, id, { sha256: deleted.sha256.toString('hex') })
  return deleted
}
