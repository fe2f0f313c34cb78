interface Try {
  key: string
  at: number
}

/** Tries of which nobody knows what became, by what was sent. */
const tries = new Map<string, Try>()

/** So long a repeat is the same try. Later the screen has told what became of it, and the same again is meant. */
const SAME_TRY_MS = 3_600_000

/**
 * The Idempotency-Key of a request, and what to tell of its answer. What was sent before without an answer goes out
 * under the key that it had then, also from a dialog that was opened again: it is done once.
 */
export async function keyOfTry(
  request: Request,
  wanted: string,
): Promise<{ key: string; isAnswered: (isIt: boolean) => void }> {
  const name = await nameOf(request)
  const before = tries.get(name)
  const isSame = before !== undefined && Date.now() - before.at < SAME_TRY_MS
  const { key, at } = isSame ? before : { key: wanted, at: Date.now() }
  return {
    key,
    isAnswered: (isIt) => {
      if (isIt) tries.delete(name)
      else tries.set(name, { key, at })
    },
  }
}

async function nameOf(request: Request): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await request.clone().arrayBuffer())
  return `${request.url} ${[...new Uint8Array(digest)].join('.')}`
}
