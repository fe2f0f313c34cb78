/**
 * Keeps what was made for a key, so that it is made once. Full at `limit` keys, it starts anew: for results that
 * depend on their key alone and may be made again at any time.
 */
export function keeper<T>(limit: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make()
    if (kept.size >= limit) kept.clear()
    kept.set(key, made)
    return made
  }
}
