/**
 * Counts the messages that pass the proxies and holds one back. What is held never arrives: at a request its
 * receiver did nothing, at an answer it did everything and nobody heard. Its connection stands still from then
 * on, as of a server that dies with it; the server is killed once all that are to stand still do.
 */
export class MessageCounter {
  readonly #idle: RegExp
  #holdAt: number | undefined
  #onHeld: ((message: string) => void) | undefined
  /** What passed since counting began, in order. */
  seen: string[] = []

  /** Messages that match `idle` pass uncounted: what a server says whether or not anything happens. */
  constructor(idle: RegExp) {
    this.#idle = idle
  }

  /** Counts from now on. The promise resolves with the n-th message, which is held back; never if it is not reached. */
  holdAt(n: number): Promise<string> {
    this.seen = []
    this.#holdAt = n
    return new Promise((held) => {
      this.#onHeld = held
    })
  }

  end(): void {
    this.#holdAt = undefined
  }

  /** Says whether a message may pass. */
  pass(message: string): boolean {
    if (this.#holdAt === undefined || this.#idle.test(message)) return true
    this.seen.push(message)
    if (this.seen.length < this.#holdAt) return true
    this.#holdAt = undefined
    this.#onHeld?.(message)
    return false
  }
}
