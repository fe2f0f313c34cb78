import { type Attachment, simpleParser } from 'mailparser'
import type { MailMessage } from '../kinds.ts'

export type MessageSummary = Omit<MailMessage, 'raw' | 'created'> & {
  text: string
  attachments: { filename: string | null; content_type: string; size: number }[]
}

export type ReadMessage = {
  summary: MessageSummary
  html: string | null
  headers: { name: string; value: string }[]
  attachments: Attachment[]
}

/** Takes a stored message apart; attachments count from zero. */
export async function readMessage(message: MailMessage): Promise<ReadMessage> {
  const parsed = await simpleParser(Buffer.from(message.raw, 'base64'), { skipTextToHtml: true })
  const { raw: _raw, created: _created, ...envelope } = message
  return {
    summary: {
      ...envelope,
      text: parsed.text ?? '',
      attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
        filename: filename ?? null,
        content_type: contentType,
        size,
      })),
    },
    html: parsed.html || null,
    headers: parsed.headerLines.map(({ key, line }) => ({
      name: key,
      value: line.slice(line.indexOf(':') + 1).trim(),
    })),
    attachments: parsed.attachments,
  }
}
