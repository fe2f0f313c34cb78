import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Shows what the server answered to a change. A read that left before the change and is still on its way would put what
 * was there before in its place, so it is let go.
 */
export async function keepSaved(queries: QueryClient, key: QueryKey, saved: unknown): Promise<void> {
  await queries.cancelQueries({ queryKey: key, exact: true })
  queries.setQueryData(key, saved)
}
