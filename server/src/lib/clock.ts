/** Real time: signatures, sessions, throttles. It never moves. */
export const systemClock = { now: (): Date => new Date() }

/**
 * Business time: expiry, due dates, reminders, clearing. System time plus an offset, which is zero outside
 * the sandbox; there the sandbox announces it, so that days can be played in seconds.
 */
export interface BusinessClock {
  now(): Date
}

export class OffsetClock implements BusinessClock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  /**
   * `seconds` replaces the offset; it is not added to it, so a repeated announcement changes nothing, nor does one that
   * comes late: business time never goes back.
   */
  setOffset(seconds: number): void {
    this.#offsetMs = Math.max(this.#offsetMs, Math.round(seconds * 1000))
  }
}
