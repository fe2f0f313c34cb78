import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { readStream } from './live-stream.ts'
import { signInAgain } from './signing-in-again.ts'

/**
 * How the screen hears of what others do: *live* by the stream, *asking* again and again where there is no stream, or
 * *lost* where nobody answers.
 */
export type Connection = 'connecting' | 'live' | 'asking' | 'lost'

let connection: Connection = 'connecting'
const listeners = new Set<() => void>()

function say(next: Connection): void {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => connection,
  )
}

/**
 * Which queries, by the first part of their key, an event makes stale beside those of its own kind (`payments` of a
 * `payment.…`), by the first part of its type.
 */
const STALE: Readonly<Record<string, readonly string[]>> = {
  payment: ['tenders', 'payment_requests', 'invoices', 'orders', 'credits', 'reports'],
  bank_deposit: ['payments', 'tenders'],
  refund: ['payments', 'payment_requests', 'invoices', 'credits', 'reports'],
  dispute: ['payments', 'payment_requests', 'invoices', 'credits', 'reports'],
  payment_request: ['reports', 'bulk_sends'],
  request: ['payment_requests', 'reports'],
  payment_method: ['priorities'],
  payment_link: ['payment_requests', 'priorities'],
  message: ['payment_requests', 'invoices', 'bulk_sends'],
  invoice: ['orders', 'payment_requests', 'reports'],
  credit: ['invoices', 'payment_requests'],
  credit_note: ['credits', 'invoices'],
  customer: ['methods'],
  priority: ['priorities'],
  setting: ['methods'],
  merchant_account: ['merchant_account', 'methods'],
  permissions: ['session', 'priorities'],
}
/** Events come in bursts; what they make stale is read again once. */
const BURST_MS = 250
const ASK_MS = 15_000
const TRY_AGAIN_MS = [1000, 2000, 5000, 10_000]
const NOT_SIGNED_IN = 401

/** Keeps what is on the screen true while others work and payers pay. A tab that nobody sees listens to nothing. */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let stop: AbortController | undefined
    const seen: Seen = { last: undefined, hasLooked: false }
    const look = () => {
      if (document.hidden) {
        stop?.abort()
        stop = undefined
      } else if (stop === undefined) {
        stop = new AbortController()
        void follow(queries, seen, stop.signal)
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop?.abort()
      say('connecting')
    }
  }, [queries])
}

interface Seen {
  /** The event that was told last, from which the server goes on. */
  last: string | undefined
  /** Whether there was a stream before: then something may have been missed. */
  hasLooked: boolean
}

async function follow(queries: QueryClient, seen: Seen, signal: AbortSignal): Promise<void> {
  const stale = new Set<string>()
  let failures = 0
  const refresh = () => {
    for (const kind of stale) void queries.invalidateQueries({ queryKey: [kind] })
    stale.clear()
  }
  while (!signal.aborted) {
    try {
      const status = await readStream(seen.last, signal, {
        opened: () => {
          failures = 0
          say('live')
          // Whoever was away without a place to go on from has missed something.
          if (seen.hasLooked && seen.last === undefined) void queries.invalidateQueries()
          seen.hasLooked = true
        },
        news: ({ id, type }) => {
          if (id !== '') seen.last = id
          const [own = ''] = type.split('.')
          if (stale.size === 0) setTimeout(refresh, BURST_MS)
          for (const kind of [`${own}s`, ...(STALE[own] ?? [])]) stale.add(kind)
        },
      })
      // It ends when the server does, or when it wants to look again at who listens.
      if (status === 200) {
        await pause(TRY_AGAIN_MS[0] ?? ASK_MS, signal)
        continue
      }
      if (status === NOT_SIGNED_IN) {
        await signInAgain()
        continue
      }
      await askInstead(queries)
      await pause(ASK_MS, signal)
    } catch {
      if (signal.aborted) return
      // Once may be a server that starts again.
      if (failures > 0) say('lost')
      await pause(TRY_AGAIN_MS[Math.min(failures, TRY_AGAIN_MS.length - 1)] ?? ASK_MS, signal)
      failures++
    }
  }
}

/** Where there is no stream: everything on the screen is asked for again. */
async function askInstead(queries: QueryClient): Promise<void> {
  say('asking')
  await queries.invalidateQueries()
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        done()
      },
      { once: true },
    )
    addEventListener('online', () => done(), { once: true })
  })
}
