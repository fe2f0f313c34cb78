import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { prepareAndWrite, type RouteServices } from '../identity/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { nullable, wireId } from '../lib/schemas.ts'
import { readCustomers } from './csv/read-customers.ts'
import { importCustomers } from './import-customers.ts'

/** The largest file that is read, in bytes. */
const IMPORT_LIMIT = 10 * 1024 * 1024
const DEFAULT_SOURCE = 'csv'

const CustomerImportWire = Type.Object(
  {
    object: Type.Literal('customer_import'),
    dry_run: Type.Boolean(),
    source: Type.String(),
    encoding: Type.String({ description: 'What the file was read as: utf-8, utf-16le or windows-1252.' }),
    lines: Type.Integer({ description: 'Lines of the file, without its heading.' }),
    imported: Type.Array(Type.Object({ id: nullable(wireId('cus')), name: Type.String() })),
    already_there: Type.Array(Type.Integer(), {
      description:
        'Lines of customers that are there already, by their id here, code or external id; they stay as they are.',
    }),
    ignored_columns: Type.Array(Type.String()),
  },
  { $id: 'CustomerImport' },
)

/** Customers of another system, as a CSV file. */
export function customerImportRoutes(server: FastifyInstance, services: RouteServices): void {
  server.register(async (scope) => {
    scope.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: IMPORT_LIMIT }, (_, bytes, done) =>
      done(null, { bytes }),
    )
    prepareAndWrite(
      scope,
      services,
      {
        method: 'POST',
        url: '/v1/customers/import',
        permission: 'customers.write',
        summary:
          'Create the customers of a CSV file (text/csv), all or none: name, code, email, phone, language, address, country, tax_id, payment_links_enabled, external_id; and id, of a file that was exported from here',
        tag: 'Customers',
        query: Type.Object({
          dry_run: Type.Optional(
            Type.Boolean({ description: 'Say what would be imported, and import nothing.' }),
          ),
          source: Type.Optional(
            Type.String({
              pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
              description: 'The system that external_id is of. Default: csv.',
            }),
          ),
        }),
        response: CustomerImportWire,
        problems: ['csv_refused', 'csv_not_read'],
      },
      async ({ body, query }) => {
        const { bytes } = (body ?? {}) as { bytes?: Uint8Array }
        if (!(bytes instanceof Uint8Array))
          throw new InvalidRequest('Send the file itself as text/csv. Nothing was imported.')
        return readCustomers(bytes, query.source ?? DEFAULT_SOURCE)
      },
      async (tx, { actor, query }, file) => {
        const source = query.source ?? DEFAULT_SOURCE
        const isDryRun = query.dry_run ?? false
        const done = await importCustomers(tx, actor, { source, isDryRun, customers: file.customers })
        return {
          object: 'customer_import' as const,
          dry_run: isDryRun,
          source,
          encoding: file.encoding,
          lines: file.lines,
          imported: done.imported.map(({ id, name }) => ({
            id: id === null ? null : toWireId('cus', id),
            name,
          })),
          already_there: done.known,
          ignored_columns: [...file.ignoredColumns],
        }
      },
    )
  })
}
