import { createHash, randomBytes } from 'node:crypto'

const COUNT = 10
/** Without 0, 1, l and o, which look like others. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Ten codes of 80 random bits: `abcd-efgh-ijkm-npqr`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const text = Array.from(randomBytes(16), (byte) => LETTERS[byte % LETTERS.length]).join('')
    return text.replaceAll(/(.{4})(?!$)/g, '$1-')
  })
}

/** What is kept of a code; dashes, blanks and case are the reader's. */
export function recoveryCodeHash(code: string): Buffer {
  return createHash('sha256').update(code.toLowerCase().replaceAll(/[\s-]/g, '')).digest()
}
