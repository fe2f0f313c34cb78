import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

const LOW_PRIORITY = 10

/**
 * Has this thread wait for all others where the processors are busy: a page that somebody opens comes before the PDFs of
 * a hundred mails. Linux has priorities for threads; elsewhere the thread stays as it is.
 */
export function giveWay(): void {
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), LOW_PRIORITY)
  } catch {
    // No /proc, or no leave to change priorities: all goes on as before, pages wait a little longer.
  }
}
