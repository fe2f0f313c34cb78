import { useSyncExternalStore } from 'react'

/** Who waits for the person to sign in again, and what tells the dialog of it. */
let waiting: { promise: Promise<void>; done: () => void } | undefined
const listeners = new Set<() => void>()

/** Resolves when the person has signed in again; a dialog asks for it over whatever they were doing. */
export function signInAgain(): Promise<void> {
  if (waiting === undefined) {
    let done = () => {}
    const promise = new Promise<void>((resolve) => {
      done = resolve
    })
    waiting = { promise, done }
    tell()
  }
  return waiting.promise
}

/** They did. */
export function signedInAgain(): void {
  waiting?.done()
  waiting = undefined
  tell()
}

export function useSigningInAgain(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting !== undefined,
  )
}

function tell(): void {
  for (const listener of listeners) listener()
}
