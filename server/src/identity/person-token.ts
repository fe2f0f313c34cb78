import { createHmac } from 'node:crypto'

/**
 * The secret of a link that is mailed to a person. It is made of the row's id when it is mailed and stored nowhere;
 * the database knows its SHA-256. The key is that of payment links; the label keeps them apart.
 */
export function personToken(key: Buffer, purpose: 'invitation' | 'password_reset', id: string): string {
  return createHmac('sha256', key).update(`${purpose}:v1\0${id}`).digest('base64url')
}
