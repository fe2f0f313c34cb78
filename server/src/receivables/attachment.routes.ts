import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { downloadFile, type RouteServices, read, write } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { idParams, timestamp, wireId } from '../lib/schemas.ts'
import { ATTACHMENT_LIMIT, addAttachment } from './attachments/add-attachment.ts'
import {
  type Attachment,
  type AttachmentId,
  findAttachment,
  readAttachment,
} from './attachments/attachments.queries.ts'
import { deleteAttachment } from './attachments/delete-attachment.ts'
import { FILE_TYPES } from './attachments/file-type.ts'

const AttachmentWire = Type.Object(
  {
    object: Type.Literal('attachment'),
    id: wireId('att'),
    file_name: Type.String(),
    content_type: Type.Enum(Object.keys(FILE_TYPES)),
    size: Type.Integer({ description: 'In bytes.' }),
    sha256: Type.String({ description: 'Hexadecimal.' }),
    created_at: timestamp,
  },
  { $id: 'Attachment' },
)

const tag = 'Attachments'
const one = { permission: 'requests.read', tag, params: idParams } as const

/** Documents that requests show to their payers: added as themselves, read, downloaded, deleted while unused. */
export function attachmentRoutes(server: FastifyInstance, services: RouteServices): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      [...Object.keys(FILE_TYPES), 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: ATTACHMENT_LIMIT },
      ({ headers }, body, done) => done(null, { bytes: body, type: String(headers['content-type']) }),
    )
    write(
      scope,
      services,
      {
        method: 'POST',
        url: '/v1/attachments',
        permission: 'requests.send',
        summary: 'Add a document, as itself: a PDF, PNG, JPEG or WebP file of at most 10 MB',
        tag,
        query: Type.Object({ file_name: Type.String({ minLength: 1, maxLength: 200, format: 'text' }) }),
        response: AttachmentWire,
      },
      async (tx, { actor, query, body }) => {
        const { bytes, type } = (body ?? {}) as { bytes?: Uint8Array; type?: string }
        if (!(bytes instanceof Uint8Array) || type === undefined)
          throw new InvalidRequest('Send the document itself, with its content type. Nothing was kept.')
        const declaredType = type.split(';')[0]?.trim().toLowerCase() ?? ''
        return attachmentToWire(
          await addAttachment(tx, actor, { name: query.file_name, declaredType, bytes }),
        )
      },
    )
  })
  read(
    server,
    services,
    {
      ...one,
      method: 'GET',
      url: '/v1/attachments/:id',
      summary: 'Read about a document',
      response: AttachmentWire,
    },
    async (db, { params }) => attachmentToWire(found(await findAttachment(db, attachmentIdOf(params.id)))),
  )
  downloadFile(
    server,
    services,
    { ...one, url: '/v1/attachments/:id/content', summary: 'Download a document', query: Type.Object({}) },
    async ({ companyId, params }) => {
      const id = attachmentIdOf(params.id)
      return found(await services.database.read(companyId, (db) => readAttachment(db, id)))
    },
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/attachments/:id',
      permission: 'requests.send',
      summary: 'Delete a document that nothing uses',
      tag,
      params: idParams,
      response: AttachmentWire,
    },
    async (tx, { actor, params }) =>
      attachmentToWire(await deleteAttachment(tx, actor, attachmentIdOf(params.id))),
  )
}

function attachmentToWire(attachment: Attachment): Static<typeof AttachmentWire> {
  return {
    object: 'attachment',
    id: toWireId('att', attachment.id),
    file_name: attachment.fileName,
    content_type: attachment.contentType,
    size: attachment.sizeBytes,
    sha256: attachment.sha256.toString('hex'),
    created_at: attachment.createdAt.toISOString(),
  }
}

export function attachmentIdOf(text: string): AttachmentId {
  return found(fromWireId('att', text))
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new NotFound('attachment')
  return thing
}
