import { createContext, useContext, useEffect, useState } from 'react'

interface Holding {
  /** What is filled in and not saved, one for each that holds the person here. */
  held: Set<object>
  /** Asks the person where something is held; true where they leave it, or there is nothing. */
  mayLeave: () => Promise<boolean>
}

/** `UnsavedProvider` gives another inside the dashboard; outside of it nothing is ever held. */
export const HoldingContext = createContext<Holding>({ held: new Set(), mayLeave: async () => true })

/** Asks before what was filled in is lost by something that is no navigation. */
export function useMayLeave(): () => Promise<boolean> {
  return useContext(HoldingContext).mayLeave
}

/** Holds the person here while `isIt`: something is filled in and not saved. */
export function useHold(isIt: boolean): void {
  const { held } = useContext(HoldingContext)
  useEffect(() => {
    if (!isIt) return
    const own = {}
    held.add(own)
    return () => {
      held.delete(own)
    }
  }, [held, isIt])
}

/** The same for a form: from the first thing that is put in until it is over. */
export function useHoldWhenTouched(isOver = false): { onInput: () => void } {
  const [isTouched, setTouched] = useState(false)
  useHold(isTouched && !isOver)
  return { onInput: () => setTouched(true) }
}
