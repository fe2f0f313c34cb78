import { type RefObject, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** How far each list was scrolled when it was left, by its place in the history. */
const kept = new Map<string, number>()
const MOST = 50

/** How far a list was scrolled that one comes back to, in CSS pixels; 0 where one comes to it anew. */
export function useKeptScroll(place: RefObject<HTMLElement | null>): number {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const [start] = useState(() => (isBack ? (kept.get(key) ?? 0) : 0))
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const keep = () => {
      kept.delete(key)
      kept.set(key, element.scrollTop)
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    }
    keep()
    element.addEventListener('scroll', keep, { passive: true })
    return () => element.removeEventListener('scroll', keep)
  }, [place, key])
  return start
}
