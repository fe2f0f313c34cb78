import { createHmac, hash } from 'node:crypto'
import type { CompanyId } from '../lib/ids.ts'

const LABEL = 'link:v1'
/** Of forms that ask for what a customer pays by: no payment link opens one, nor the other way round. */
export const FORM_LABEL = 'method-form:v1'
const NUMBER_BYTES = 4
const SECRET_BYTES = 16
/** One form only: the last character of 20 bytes has two spare bits, and a link must not have two addresses. */
const TOKEN = /^[A-Za-z0-9_-]{26}[AEIMQUYcgkosw048]$/
/** The characters that hold the company's number. */
const NUMBER_CHARACTERS = 6

/**
 * The token of a link: its company's public number and 128 bits that only the holder of the link key can make.
 * It is made when needed and stored nowhere; the database knows its SHA-256.
 */
export function linkToken(
  linkKey: Buffer,
  company: { id: CompanyId; publicNumber: Buffer },
  linkId: string,
  label: typeof LABEL | typeof FORM_LABEL = LABEL,
): string {
  const mac = createHmac('sha256', linkKey).update(`${label}\0${company.id}\0${linkId}`).digest()
  return Buffer.concat([company.publicNumber, mac.subarray(0, SECRET_BYTES)]).toString('base64url')
}

export interface ParsedToken {
  publicNumber: Buffer
  hash: Buffer
}

/** What a token says of itself, or undefined where it cannot be one. */
export function parseToken(token: string): ParsedToken | undefined {
  if (!TOKEN.test(token)) return undefined
  const start = Buffer.from(token.slice(0, NUMBER_CHARACTERS), 'base64url')
  return { publicNumber: start.subarray(0, NUMBER_BYTES), hash: tokenHash(token) }
}

export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
