import { Type } from 'typebox'
import { InvalidRequest } from '../lib/errors.ts'
import { currencyCode } from '../lib/schemas.ts'
import { SOURCE } from './einvoice/to-new-invoice.ts'

/** The largest file that is read, in bytes. */
export const IMPORT_LIMIT = 10 * 1024 * 1024
export const CSV = 'text/csv'
const CSV_SOURCE = 'csv'

/** How a CSV file of documents is read. */
export const csvQuery = {
  dry_run: Type.Optional(
    Type.Boolean({ description: 'CSV: say what would be imported, and import nothing.' }),
  ),
  source: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
      description: 'CSV: the system that the file is of. A number is imported once of each. Default: csv.',
    }),
  ),
  currency: Type.Optional(currencyCode),
  opening_balances: Type.Optional(
    Type.Boolean({
      description:
        'CSV: these were open when the company began to keep its books here, so they are booked against opening balances (3000), and not as sales, returns and tax of today.',
    }),
  ),
}

export function sourceOf({ source = CSV_SOURCE }: { source?: string }): string {
  if (source !== SOURCE) return source
  throw new InvalidRequest(`${SOURCE} is the source of e-invoices. Nothing was imported.`, {
    field: 'source',
  })
}

/** The file that was sent, as the content type parsers of imports leave it. */
export function fileOf(body: unknown, wanted: string): { bytes: Uint8Array; type: string } {
  const { bytes, type } = (body ?? {}) as { bytes?: Uint8Array; type?: string }
  if (bytes instanceof Uint8Array && type !== undefined) return { bytes, type }
  throw new InvalidRequest(`Send the file itself: ${wanted}. Nothing was imported.`)
}

export function contentType(header: string | undefined): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? ''
}
