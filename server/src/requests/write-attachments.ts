import { readSetting } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { type AttachmentId, findAttachments } from '../receivables/index.ts'
import { DocumentMissing } from './errors.ts'
import type { PaymentRequest, RequestSnapshot, SnapshotAttachment } from './requests.queries.ts'
import { requestDocumentRequired } from './settings.ts'

/** The documents of a request as its page will list them, in the order given. */
export async function listForSnapshot(
  tx: Tx,
  ids: readonly AttachmentId[],
): Promise<Pick<RequestSnapshot, 'attachments'>> {
  if (ids.length === 0) return {}
  const wanted = [...new Set(ids)]
  const found = await findAttachments(tx, wanted)
  if (found.length !== wanted.length) throw new NotFound('attachment')
  return {
    attachments: found.map(({ id, fileName, contentType, sizeBytes }) => ({
      id,
      fileName,
      contentType,
      sizeBytes,
    })),
  }
}

/** K24: a detailed request has its document, unless the company does without. */
export async function requireDocument(
  tx: Tx,
  request: { kind: PaymentRequest['kind']; snapshot: Pick<RequestSnapshot, 'attachments'> },
): Promise<void> {
  if (request.kind !== 'detailed' || request.snapshot.attachments !== undefined) return
  if (!(await readSetting(tx, requestDocumentRequired))) return
  throw new DocumentMissing(
    'A detailed request needs its document, an invoice or a sales order. Nothing was created or sent; add one by POST /v1/attachments and name it in attachments, or switch request.document_required off.',
    { field: 'attachments' },
  )
}

/** Holds on to the documents of a new request, so that none of them can be deleted. */
export async function writeAttachments(
  tx: Tx,
  requestId: PaymentRequest['id'],
  attachments: readonly SnapshotAttachment[],
): Promise<void> {
  if (attachments.length === 0) return
  await tx.change(
    sql`
    insert into requests.attachments (company_id, id, request_id, attachment_id)
    select ${tx.companyId}, a.id, ${requestId}, a.attachment_id
    from unnest(${attachments.map(() => newId())}::uuid[], ${attachments.map(({ id }) => id)}::uuid[]) a(id, attachment_id)`,
    attachments.length,
  )
}
