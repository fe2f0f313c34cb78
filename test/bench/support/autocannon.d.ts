declare module 'autocannon' {
  interface Client {
    setRequests(requests: { method: string; path: string; headers?: Record<string, string> }[]): void
  }
  interface Options {
    url: string
    connections: number
    duration?: number
    amount?: number
    overallRate?: number
    headers?: Record<string, string>
    setupClient?: (client: Client) => void
  }
  interface Result {
    requests: { total: number; average: number }
    latency: { p50: number; p99: number }
    duration: number
    errors: number
    timeouts: number
    non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
