import type { Store } from './store.ts'

/** Business time of the sandbox: the system's time plus an offset that only grows. */
export type Clock = {
  /** Unix seconds. */
  now(): number
  offsetSeconds(): number
  advance(seconds: number): void
}

export function createClock(store: Store): Clock {
  let offset = store.get('setting', '', 'clock')?.value.offset_seconds ?? 0
  return {
    now: () => Math.floor(Date.now() / 1000) + Number(offset),
    offsetSeconds: () => Number(offset),
    advance(seconds) {
      offset = Number(offset) + seconds
      store.put('setting', '', { id: 'clock', created: 0, value: { offset_seconds: offset } })
    },
  }
}
