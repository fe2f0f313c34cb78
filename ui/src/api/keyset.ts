import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'

/** A page of a list as the API answers it. */
export interface Keyset<Row> {
  data: Row[]
  has_more: boolean
  next_cursor: string | null
}

export interface KeysetRows<Row> {
  rows: readonly Row[]
  error: unknown
  isPending: boolean
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => void
  again: () => void
}

/**
 * The rows of a list, page after page as they are wanted. `key` begins with the kind of object (`payment_requests`),
 * by which the live stream says what has changed, and holds the filters.
 */
export function useKeyset<Row>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Keyset<Row>>,
): KeysetRows<Row> {
  const query = useInfiniteQuery<
    Keyset<Row>,
    Error,
    InfiniteData<Keyset<Row>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (before) => before,
  })
  return {
    rows: query.data?.pages.flatMap(({ data }) => data) ?? [],
    error: query.error,
    isPending: query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
  }
}
