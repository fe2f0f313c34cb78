import { useSyncExternalStore } from 'react'
import type { paths } from './schema.generated.ts'

type Session = paths['/v1/session']['get']['responses'][200]['content']['application/json']

/** Where another tab of this browser has gone: in another company, or as somebody else. */
let elsewhere: Session | undefined
const listeners = new Set<() => void>()

/** Says so, for a dialog to ask over the screen; undefined once that is settled. */
export function sayElsewhere(session: Session | undefined): void {
  elsewhere = session
  for (const listener of listeners) listener()
}

export function useElsewhere(): Session | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => elsewhere,
  )
}
