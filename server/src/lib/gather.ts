/** Beyond it a batch would keep its first key waiting for its last. */
const MOST = 64

interface Asked<K, V> {
  key: K
  found: (value: V) => void
  failed: (error: unknown) => void
}

/**
 * One look-up for what many ask in the same turn of the event loop: `find` is given their keys and answers in the
 * keys' order. Where it fails for several, each is asked by itself, so that no key fails another's look-up.
 */
export function gathered<K, V>(find: (keys: readonly K[]) => Promise<readonly V[]>): (key: K) => Promise<V> {
  let waiting: Asked<K, V>[] = []
  const look = async (asked: readonly Asked<K, V>[]): Promise<void> => {
    try {
      const values = await find(asked.map(({ key }) => key))
      if (values.length !== asked.length) throw new Error(`${values.length} answers to ${asked.length} keys.`)
      asked.forEach(({ found }, i) => {
        found(values[i] as V)
      })
    } catch (error) {
      if (asked.length === 1) for (const { failed } of asked) failed(error)
      else await Promise.all(asked.map((one) => look([one])))
    }
  }
  const go = () => {
    const asked = waiting
    waiting = []
    for (let i = 0; i < asked.length; i += MOST) void look(asked.slice(i, i + MOST))
  }
  return (key) =>
    new Promise((found, failed) => {
      if (waiting.push({ key, found, failed }) === 1) setImmediate(go)
    })
}
