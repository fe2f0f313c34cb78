/** At the latest; and where a browser does not tell, as Safari did not for long. */
const PATIENCE_MS = 1000

/**
 * Loads what may be wanted later, once what is wanted now is shown. What cannot be had now is asked for again when it is
 * wanted. Answers how not to.
 */
export function whenIdle(load: () => Promise<unknown>): () => void {
  const start = () => void load().catch(() => {})
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(start, PATIENCE_MS)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(start, { timeout: PATIENCE_MS })
  return () => cancelIdleCallback(asked)
}
