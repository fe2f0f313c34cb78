import { useRef } from 'react'

/**
 * Idempotency keys for as long as a form or dialog stands: the same body gets the same key, so that a repeat after no
 * answer is the same operation, and a changed one another.
 */
export function useKeyOf(): (step: string, body: unknown) => { 'idempotency-key': string } {
  const keys = useRef(new Map<string, string>())
  return (step, body) => {
    const name = `${step} ${JSON.stringify(body)}`
    let key = keys.current.get(name)
    if (key === undefined) {
      key = crypto.randomUUID()
      keys.current.set(name, key)
    }
    return { 'idempotency-key': key }
  }
}
