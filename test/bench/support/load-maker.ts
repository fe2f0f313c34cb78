import autocannon from 'autocannon'

/** A process that only asks: it shares no thread with what it measures. */
export interface Load {
  url: string
  paths: string[]
  headers: Record<string, string>
  connections: number
  seconds?: number
  amount?: number
  /** So many a second in all, and no more. */
  rate?: number
}

export interface LoadResult {
  perSecond: number
  total: number
  p50: number
  p99: number
  failed: number
  /** How they failed. */
  failures: string
}

process.on('message', async ({ url, paths, headers, connections, seconds, amount, rate }: Load) => {
  let client = 0
  const { requests, latency, duration, errors, timeouts, non2xx } = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds ?? 3 } : { amount }),
    ...(rate === undefined ? {} : { overallRate: rate }),
    setupClient: (connection) => {
      // Each connection begins at another place, so that no two ask for the same at once.
      const start = Math.floor((client++ * paths.length) / connections)
      const order = [...paths.slice(start), ...paths.slice(0, start)]
      connection.setRequests(order.map((path) => ({ method: 'GET', path, headers })))
    },
  })
  const result: LoadResult = {
    perSecond: requests.total / duration,
    total: requests.total,
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + non2xx,
    failures: `${errors} errors (${timeouts} of them timeouts), ${non2xx} other answers`,
  }
  process.send?.(result)
})
process.send?.({ ready: true })
