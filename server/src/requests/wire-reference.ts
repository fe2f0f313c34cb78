import { createHash } from 'node:crypto'
import type { RequestId } from './requests.queries.ts'

/** Without what is easily taken for something else: 0 and O, 1, I and L, U and V. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const LENGTH = 8

/**
 * What a payer is asked to write on a wire, so that it is known what it is for: `7KQ2-M9XD`. Made of the request alone,
 * so it is the same whenever it is shown, and two requests of one customer practically never have the same.
 */
export function wireReference(id: RequestId): string {
  const digest = createHash('sha256').update(`wire:${id}`).digest()
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** Whether what a sender wrote has the reference in it, however banks cut and pad it. */
export function hasReference(written: string | null, id: RequestId): boolean {
  return plain(written ?? '').includes(plain(wireReference(id)))
}

/** As banks carry it: capitals and digits. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}
