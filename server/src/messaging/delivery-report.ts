import { type CompanyId, fromWireId, toWireId } from '../lib/ids.ts'
import type { MessageId } from './queue-message.ts'

/** What a mail server says became of a message, recipient by recipient (RFC 3464). */
export interface DeliveryReport {
  companyId: CompanyId
  messageId: MessageId
  recipients: { addresses: string[]; action: string; status: string; diagnostic: string }[]
}

/** The Message-ID of a message: what a report of it names, and we know it and its company by. */
export function messageIdHeader(companyId: CompanyId, id: MessageId): string {
  return `<${toWireId('msg', id)}.${toWireId('co', companyId)}@quittance>`
}

/** Mail that is no report about a message of ours is undefined: answers, absences, advertising. */
export function readDeliveryReport(raw: Buffer): DeliveryReport | undefined {
  const [report, ...parts] = partsOf(raw.toString('latin1'))
  if (report === undefined || !/^multipart\/report\b/i.test(field(report.head, 'content-type')))
    return undefined
  const status = parts.find(({ head }) => /^message\/delivery-status\b/i.test(field(head, 'content-type')))
  const original = parts.find(({ head }) =>
    /^(message\/rfc822(-headers)?|text\/rfc822-headers)\b/i.test(field(head, 'content-type')),
  )
  if (status === undefined || original === undefined) return undefined
  const named = field(decoded(original).split(/\r?\n\r?\n/)[0] ?? '', 'message-id')
  const [, message = '', company = ''] = /^<(msg_[0-9a-z]+)\.(co_[0-9a-z]+)@quittance>$/.exec(named) ?? []
  const messageId = fromWireId('msg', message)
  const companyId = fromWireId('co', company)
  if (messageId === undefined || companyId === undefined) return undefined
  // The first group is about the report itself, each further one about a recipient.
  const [, ...groups] = decoded(status)
    .trim()
    .split(/\r?\n\s*\r?\n/)
  return { companyId, messageId, recipients: groups.map(recipientOf) }
}

function recipientOf(group: string): DeliveryReport['recipients'][number] {
  const address = (name: string) =>
    field(group, name)
      .replace(/^[^;]*;/, '')
      .trim()
      .replace(/^<|>$/g, '')
      .toLowerCase()
  return {
    addresses: [address('original-recipient'), address('final-recipient')].filter((each) => each !== ''),
    action: field(group, 'action').toLowerCase(),
    status: field(group, 'status').split(/\s/)[0] ?? '',
    diagnostic: (
      field(group, 'diagnostic-code')
        .replace(/^[^;]*;/, '')
        .trim() || field(group, 'status')
    ).slice(0, 500),
  }
}

interface Part {
  head: string
  body: string
}

/** The message itself, then its parts; a report has no deeper ones that matter. */
function partsOf(text: string): Part[] {
  const whole = part(text)
  const type = field(whole.head, 'content-type')
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(type)?.[1]?.trim()
  if (boundary === undefined) return [whole]
  const [, ...rest] = `\r\n${whole.body}`.split(
    new RegExp(`\\r?\\n--${boundary.replaceAll(/[^\w]/g, '\\$&')}(?=--|[ \\t]*\\r?\\n)`),
  )
  return [
    whole,
    ...rest.filter((each) => !each.startsWith('--')).map((each) => part(each.replace(/^[ \t]*\r?\n/, ''))),
  ]
}

function part(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  if (end === null) return { head: text, body: '' }
  return { head: text.slice(0, end.index), body: text.slice(end.index + end[0].length) }
}

/** A field's value with its folded lines joined; empty where there is none. */
function field(head: string, name: string): string {
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const line = unfolded.find((each) => each.toLowerCase().startsWith(`${name}:`))
  return line === undefined ? '' : line.slice(name.length + 1).trim()
}

function decoded({ head, body }: Part): string {
  const encoding = field(head, 'content-transfer-encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1')
  if (encoding !== 'quoted-printable') return body
  return body
    .replaceAll(/[ \t]*=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
