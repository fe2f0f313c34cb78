import { raw, type Statement, sql } from './db/index.ts'

/** Pages of the API's usual sizes and one row more, which tells that there are further ones. */
const USUAL = new Map([
  [21, raw('21')],
  [51, raw('51')],
  [101, raw('101')],
])

/**
 * How many rows a page's statement reads, for `limit ${…}`: those of the page and one. It stands in the statement for
 * the usual sizes, since PostgreSQL takes a limit that it does not know for a tenth of all rows, finds every plan that
 * it could keep too dear, and plans the statement of a large company anew at each call.
 */
export function rowLimit(pageLimit: number): Statement {
  return USUAL.get(pageLimit + 1) ?? sql`${pageLimit + 1}`
}
