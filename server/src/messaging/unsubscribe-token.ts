import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CompanyId } from '../lib/ids.ts'
import type { MessageId } from './queue-message.ts'

const SIGNATURE_BYTES = 16
const ID_BYTES = 16

/** Names a message and proves that we sent it: whoever has it may stop optional mail to where it went, and no more. */
export function unsubscribeToken(key: Buffer, companyId: CompanyId, messageId: MessageId): string {
  const named = Buffer.concat([bytesOf(companyId), bytesOf(messageId)])
  return Buffer.concat([named, signature(key, named)]).toString('base64url')
}

/** Whose message a token names, or undefined where it is none of ours. */
export function readUnsubscribeToken(
  key: Buffer,
  token: string,
): { companyId: CompanyId; messageId: MessageId } | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * ID_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token)
    return undefined
  const named = bytes.subarray(0, 2 * ID_BYTES)
  if (!timingSafeEqual(signature(key, named), bytes.subarray(2 * ID_BYTES))) return undefined
  return {
    companyId: idOf(named.subarray(0, ID_BYTES)) as CompanyId,
    messageId: idOf(named.subarray(ID_BYTES)) as MessageId,
  }
}

/** The key is that of links; the word before what is signed keeps the two apart. */
function signature(key: Buffer, named: Buffer): Buffer {
  return createHmac('sha256', key).update('unsubscribe\0').update(named).digest().subarray(0, SIGNATURE_BYTES)
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
