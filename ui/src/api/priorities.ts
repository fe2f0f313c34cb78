import { useQuery } from '@tanstack/react-query'
import { api, ask } from './client.ts'
import type { components } from './schema.generated.ts'

export type Priority = components['schemas']['Priority']

/** More are not shown at once; *and more* is said instead of a count. */
const SHOWN = 20

/** What a person should look at, newest first. */
export function usePriorities() {
  return useQuery({
    queryKey: ['priorities', 'open'],
    queryFn: () => ask(api.GET('/v1/priorities', { params: { query: { limit: SHOWN } } })),
  })
}
