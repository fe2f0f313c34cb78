import { type Attachment, type ParsedMail, simpleParser } from 'mailparser'
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

/** The latest that were taken apart: whoever waits for a mail lists the same ones again and again. */
const parsedById = new Map<string, Promise<ParsedMail>>()
const MOST_KEPT = 200

/** Takes a stored message apart; attachments count from zero. */
export async function readMessage(message: MailMessage): Promise<ReadMessage> {
  const parsed = await parse(message)
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

function parse({ id, raw }: MailMessage): Promise<ParsedMail> {
  const known = parsedById.get(id)
  if (known !== undefined) return known
  const parsed = simpleParser(Buffer.from(raw, 'base64'), { skipTextToHtml: true })
  parsedById.set(id, parsed)
  const [oldest] = parsedById.keys()
  if (parsedById.size > MOST_KEPT && oldest !== undefined) parsedById.delete(oldest)
  return parsed
}
