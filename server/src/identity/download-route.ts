import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { contentDisposition } from '../lib/content-disposition.ts'
import { type Admitted, admitFirst, admittedOf } from './admit.ts'
import type { AdmitServices } from './admit-session.ts'
import type { Permission } from './permissions.ts'
import { type ForeignFile, sendFile } from './send-file.ts'

type Handle<P extends TSchema, Q extends TSchema, File> = (
  input: Admitted & { params: Static<P>; query: Static<Q> },
) => Promise<File>

interface Download<P extends TSchema, Q extends TSchema> {
  url: string
  permission: Permission
  summary: string
  tag: string
  params: P
  query: Q
}

/** A route that answers with a PDF. It only reads, and holds no transaction while that is drawn. */
export function download<P extends TSchema, Q extends TSchema>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Download<P, Q>,
  handle: Handle<P, Q, { fileName: string; bytes: Uint8Array }>,
): void {
  define(server, services, spec, 'application/pdf', handle, (reply, { fileName, bytes }) =>
    reply
      .type('application/pdf')
      .header('content-disposition', contentDisposition('inline', fileName))
      .send(Buffer.from(bytes)),
  )
}

/** A route that hands out a file that others made: as a download, never shown in place. */
export function downloadFile<P extends TSchema, Q extends TSchema>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Download<P, Q>,
  handle: Handle<P, Q, ForeignFile>,
): void {
  define(server, services, spec, 'application/octet-stream', handle, sendFile)
}

function define<P extends TSchema, Q extends TSchema, File>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Download<P, Q>,
  contentType: string,
  handle: Handle<P, Q, File>,
  send: (reply: FastifyReply, file: File) => FastifyReply,
): void {
  server.route({
    method: 'GET',
    url: spec.url,
    schema: {
      summary: spec.summary,
      description: `Needs the permission \`${spec.permission}\`.`,
      tags: [spec.tag],
      params: spec.params,
      querystring: spec.query,
      response: {
        200: {
          description: 'The document.',
          content: { [contentType]: { schema: Type.String({ format: 'binary' }) } },
        },
        '4xx': {
          description: 'Refused.',
          content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
        },
      },
    },
    config: { permission: spec.permission },
    onRequest: admitFirst(services, spec.permission),
    handler: async (request, reply) => {
      const file = await handle({
        ...admittedOf(request),
        params: request.params as Static<P>,
        query: request.query as Static<Q>,
      })
      return send(reply, file)
    },
  })
}
