import type { FastifyReply } from 'fastify'
import { contentDisposition } from '../lib/content-disposition.ts'

export interface ForeignFile {
  fileName: string
  contentType: string
  bytes: Uint8Array
}

/** Sends a file that others made to be kept, not shown: what is in it runs nowhere near our pages. */
export function sendFile(reply: FastifyReply, file: ForeignFile): FastifyReply {
  return reply
    .type(file.contentType)
    .header('content-disposition', contentDisposition('attachment', file.fileName))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}
