import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What only a person does, and coming back to this tab. */
const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
/** An act so long ago does not say that somebody is there now. */
const FRESH_MS = 10 * 60_000
const TELL_EVERY_MS = 5 * 60_000

/** When the person did something that no request has told yet; undefined where there is nothing to tell. */
let untold: number | undefined = Date.now()

const act = () => {
  untold = Date.now()
}
for (const kind of ACTS) addEventListener(kind, act, { capture: true, passive: true })
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) act()
})

/**
 * Whether a request that goes out now tells of somebody who is there. What the live stream or a clock causes does
 * not: a session ends by what its person does no more, however much happens on an open screen.
 */
export function isAttended(): boolean {
  return untold !== undefined && Date.now() - untold < FRESH_MS
}

/** A request has told it. */
export function toldAct(): void {
  untold = undefined
}

/** Tells now and then of whoever types or reads for long without asking for anything. */
export function useAttended(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => {
      if (isAttended()) void queries.invalidateQueries({ queryKey: ['session'] })
    }, TELL_EVERY_MS)
    return () => clearInterval(timer)
  }, [queries])
}
