import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Database } from '../lib/db/index.ts'
import { type Admitted, admit } from './admit.ts'
import type { Permission } from './permissions.ts'

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
  { database }: { database: Database },
  spec: Download<P, Q>,
  handle: (
    input: Admitted & { params: Static<P>; query: Static<Q> },
  ) => Promise<{ fileName: string; bytes: Uint8Array }>,
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
          content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
        },
        '4xx': {
          description: 'Refused.',
          content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
        },
      },
    },
    config: { permission: spec.permission },
    handler: async (request, reply) => {
      const admitted = await admit(database, request.headers.authorization, spec.permission)
      const { fileName, bytes } = await handle({
        ...admitted,
        params: request.params as Static<P>,
        query: request.query as Static<Q>,
      })
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .send(Buffer.from(bytes))
    },
  })
}
