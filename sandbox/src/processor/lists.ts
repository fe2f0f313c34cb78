import type { Kind, Kinds } from '../kinds.ts'
import { invalidRequest, missing } from './api-error.ts'
import type { Call } from './call.ts'
import type { Param } from './form.ts'
import { hash, integer, list as listOf, type Reader, readParams, text } from './read-params.ts'

const createdRange: Reader<{ gt?: number; gte?: number; lt?: number; lte?: number }> = (
  param: Param,
  name,
) => {
  if (typeof param === 'string') {
    const at = integer(param, name)
    return { gte: at, lte: at }
  }
  const range = hash({ gt: integer, gte: integer, lt: integer, lte: integer })(param, name) ?? {}
  return Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined))
}

export type ApiList<T> = { object: 'list'; data: T[]; has_more: boolean; url: string }

/** A page, newest first, with the processor's cursors; `filters` are indexed fields given as parameters. */
export function listPage<K extends Kind>(call: Call, kind: K, filters: string[] = []): ApiList<Kinds[K]> {
  const filterReaders = Object.fromEntries(
    filters.map((field): [string, Reader<unknown>] =>
      field === 'types' ? [field, listOf(text())] : [field, text()],
    ),
  )
  const { limit, created, starting_after, ending_before, ...where } = readParams(call.params, {
    ...filterReaders,
    limit: integer,
    created: createdRange,
    starting_after: text(),
    ending_before: text(),
  })
  const pageLimit = Number(limit ?? 10)
  if (pageLimit < 1 || pageLimit > 100) {
    throw invalidRequest(
      `This value must be ${pageLimit < 1 ? 'greater' : 'less'} than or equal to ${pageLimit < 1 ? 1 : 100} (limit).`,
      {
        code: 'parameter_invalid_integer',
        param: 'limit',
      },
    )
  }
  const after = (starting_after as string | null | undefined) ?? undefined
  const before = (ending_before as string | null | undefined) ?? undefined
  if (after && before)
    throw invalidRequest('You may only specify one of these parameters: ending_before, starting_after.')
  const page = call.world.store.list(kind, call.account, {
    limit: pageLimit,
    startingAfter: after,
    endingBefore: before,
    created: created as { gte?: number } | undefined,
    where: Object.fromEntries(Object.entries(where).map(indexedFilter)),
  })
  if (!page) throw missing(kind, after ?? before ?? '', after ? 'starting_after' : 'ending_before')
  return { object: 'list', data: page.data, has_more: page.hasMore, url: call.path }
}

/** `types` is the plural of the field `type`. */
function indexedFilter([field, value]: [string, unknown]): [string, string | string[]] {
  return field === 'types' ? ['type', (value as string[]) ?? []] : [field, String(value ?? '')]
}
