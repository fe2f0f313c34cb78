import { useEffect, useId, useSyncExternalStore } from 'react'

/** Dialogs that stand over each other, the lowest first. */
let stack: readonly string[] = []
const listeners = new Set<() => void>()

function change(next: readonly string[]): void {
  stack = next
  for (const listener of listeners) listener()
}

/** Whether no other dialog stands over this one: Escape and a click beside are for the topmost alone. */
export function useIsTopDialog(): boolean {
  const id = useId()
  useEffect(() => {
    change([...stack, id])
    return () => change(stack.filter((other) => other !== id))
  }, [id])
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => stack.at(-1) === id,
  )
}
