import { createHash, createVerify } from 'node:crypto'

interface Signature {
  domain: string
  selector: string
  /** The names of the signed header fields, lower case. */
  fields: string[]
  isValid: boolean
}

/** Verifies the first DKIM signature of a raw message (RFC 6376, relaxed/relaxed), as a receiver would. */
export function verifyDkim(raw: Buffer, publicKey: string): Signature | undefined {
  const text = raw.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const headers = text.slice(0, end).split(/\r\n(?![ \t])/)
  const at = headers.findIndex((line) => /^dkim-signature:/i.test(line))
  const line = headers[at]
  if (line === undefined) return undefined
  const tags = Object.fromEntries(
    line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\s+/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  ) as Record<string, string>
  const fields = (tags.h ?? '').toLowerCase().split(':')
  const others = headers.filter((_, index) => index !== at)
  const signed = fields.flatMap((name) => {
    const last = others.findLastIndex((each) => each.toLowerCase().startsWith(`${name}:`))
    return last < 0 ? [] : others.splice(last, 1).map(relaxed)
  })
  const own = relaxed(line.replace(/(\bb=)[^;]*$/, '$1'))
  const body = text
    .slice(end + 4)
    .split('\r\n')
    .map((each) => each.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n')
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64')
  const verify = createVerify('RSA-SHA256').update([...signed, own].join('\r\n'), 'latin1')
  return {
    domain: tags.d ?? '',
    selector: tags.s ?? '',
    fields,
    isValid: bodyHash === tags.bh && verify.verify(publicKey, tags.b ?? '', 'base64'),
  }
}

function relaxed(line: string): string {
  const colon = line.indexOf(':')
  const value = line
    .slice(colon + 1)
    .replaceAll(/\r\n/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`
}
