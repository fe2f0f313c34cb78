import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { contentDisposition } from '../lib/content-disposition.ts'
import { type Cell, csvLine } from '../lib/csv/csv-text.ts'
import type { Db } from '../lib/db/index.ts'
import type { Page } from '../lib/pagination.ts'
import { listWire } from '../lib/schemas.ts'
import { reveal } from '../lib/sealed.ts'
import { type Admitted, admitFirst, admittedOf } from './admit.ts'
import type { Permission } from './permissions.ts'
import type { RouteServices } from './route.ts'

/** Columns of the CSV form of a list, by their names. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

interface List<Q extends TProperties, R extends TSchema, P extends TSchema, B extends TProperties> {
  url: string
  permission: Permission
  summary: string
  tag: string
  /** Of a path that names what the list is of. */
  params?: P
  query: Q
  row: R
  /** What stands beside the rows of each page, as their sums. */
  beside?: B
  /** What the file is called, without its end. */
  fileName: string
  columns: Columns<Static<R>>
}

const ROWS_AT_ONCE = 100
/** Excel takes a file for UTF-8 only where it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A list, page by page as JSON, or all that its filter shows as CSV (`format=csv`, or `Accept: text/csv`). The file is
 * written while it is read, a page at a time, each in a transaction of its own: however long, it takes no more memory.
 */
export function list<
  Q extends TProperties,
  R extends TSchema,
  P extends TSchema = TSchema,
  B extends TProperties = Record<never, TSchema>,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: List<Q, R, P, B>,
  handle: (
    db: Db,
    query: Static<TObject<Q>>,
    params: Static<P>,
  ) => Promise<Page<Static<R>> & Static<TObject<B>>>,
): void {
  const query = Type.Object({ ...spec.query, format: Type.Optional(Type.Enum(['json', 'csv'])) })
  const pageOf = ({ companyId }: Admitted, asked: unknown, params: unknown) =>
    services.database.read(companyId, (db) => handle(db, asked as Static<TObject<Q>>, params as Static<P>))
  server.route({
    method: 'GET',
    url: spec.url,
    schema: {
      summary: spec.summary,
      description: `Needs the permission \`${spec.permission}\`. With \`format=csv\` or \`Accept: text/csv\`: all that the filter shows, as a CSV file.`,
      tags: [spec.tag],
      ...(spec.params && { params: spec.params }),
      querystring: query,
      response: {
        200: listWire(spec.row, spec.beside),
        '4xx': {
          description: 'Refused: nothing was changed unless `detail` says so.',
          content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
        },
      },
    },
    config: { permission: spec.permission, problems: [] },
    onRequest: admitFirst(services, spec.permission),
    handler: async (request, reply) => {
      const admitted = admittedOf(request)
      const asked = request.query as Record<string, unknown>
      if (!isForCsv(request, asked)) {
        const { companyId: id, publicNumber } = admitted
        return reveal(await pageOf(admitted, asked, request.params), (linkId) =>
          services.linkUrl({ id, publicNumber }, linkId),
        )
      }
      return sendCsv(reply, spec, (starting_after) =>
        pageOf(
          admitted,
          { ...asked, limit: ROWS_AT_ONCE, ...(starting_after ? { starting_after } : {}) },
          request.params,
        ),
      )
    },
  })
}

function isForCsv(request: FastifyRequest, { format }: Record<string, unknown>): boolean {
  return format === 'csv' || (format === undefined && request.headers.accept?.includes('text/csv') === true)
}

async function sendCsv<Row>(
  reply: FastifyReply,
  { fileName, columns }: { fileName: string; columns: Columns<Row> },
  pageAfter: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<FastifyReply> {
  // What is wrong with the filter is a problem document, and not half a file.
  const first = await pageAfter(undefined)
  return reply
    .serializer((payload: unknown) => payload as string)
    .type('text/csv; charset=utf-8')
    .header('content-disposition', contentDisposition('attachment', `${fileName}.csv`))
    .send(Readable.from(linesOf(first, columns, pageAfter)))
}

async function* linesOf<Row>(
  first: Page<Row>,
  columns: Columns<Row>,
  pageAfter: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<string> {
  const cells = Object.values(columns)
  yield BYTE_ORDER_MARK + csvLine(Object.keys(columns))
  for (let page = first; ; page = await pageAfter(page.next_cursor ?? undefined)) {
    yield page.data.map((row) => csvLine(cells.map((cell) => cell(row)))).join('')
    if (page.next_cursor === null) return
  }
}
