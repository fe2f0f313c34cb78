import { createHash, createHmac } from 'node:crypto'
import type { CompanyId } from '../lib/ids.ts'

const LABEL = 'link:v1'
const NUMBER_BYTES = 4
const SECRET_BYTES = 16
const TOKEN = /^[A-Za-z0-9_-]{27}$/

/**
 * The token of a link: its company's public number and 128 bits that only the holder of the link key can make.
 * It is made when needed and stored nowhere; the database knows its SHA-256.
 */
export function linkToken(
  linkKey: Buffer,
  company: { id: CompanyId; publicNumber: Buffer },
  linkId: string,
): string {
  const mac = createHmac('sha256', linkKey).update(`${LABEL}\0${company.id}\0${linkId}`).digest()
  return Buffer.concat([company.publicNumber, mac.subarray(0, SECRET_BYTES)]).toString('base64url')
}

export interface ParsedToken {
  publicNumber: Buffer
  hash: Buffer
}

/** What a token says of itself, or undefined where it cannot be one. */
export function parseToken(token: string): ParsedToken | undefined {
  if (!TOKEN.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // One form only: base64url has spare bits in its last character, and a link must not have two addresses.
  if (bytes.toString('base64url') !== token) return undefined
  return { publicNumber: bytes.subarray(0, NUMBER_BYTES), hash: tokenHash(token) }
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
