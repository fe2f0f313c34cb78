import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/index.ts'
import { addAttachment } from './add-attachment.ts'
import type { AttachmentId } from './attachments.queries.ts'

/** Keeps the PDF that an imported document came as, under the document's number. */
export async function keepOriginal(
  tx: Tx,
  actor: Actor,
  number: string,
  pdf: Uint8Array,
): Promise<AttachmentId> {
  const { id } = await addAttachment(tx, actor, {
    name: `${number.replace(/[^\p{L}\p{N} _-]/gu, '_').slice(0, 150)}.pdf`,
    declaredType: 'application/pdf',
    bytes: pdf,
  })
  return id
}
