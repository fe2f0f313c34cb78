import { EInvoiceEncoding, EInvoiceMalformed, EInvoiceTooLarge, EInvoiceUnknownSyntax } from './errors.ts'

export const MAX_BYTES = 10 * 1024 * 1024
const DECLARATION_BYTES = 256

/** The encodings that we read, by the names that XML declarations use for them, as TextDecoder calls them. */
const DECODERS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
])

/**
 * The document's text. The encoding is that of the byte order mark, else of the XML declaration, else UTF-8; bytes
 * that are not of it are an error, never a replacement character, and so is a declaration that contradicts the mark.
 */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) {
    throw new EInvoiceTooLarge(
      `The file has ${bytes.length} bytes; an e-invoice may have at most ${MAX_BYTES}.`,
    )
  }
  if (bytes.length === 0) throw new EInvoiceMalformed('The file is empty.')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new EInvoiceUnknownSyntax('The file is a PDF. Send the XML that belongs to it.')
  }
  const mark = markOf(bytes)
  const declared = declaredEncoding(
    mark ? decode(bytes.subarray(0, DECLARATION_BYTES), mark, false) : asLatin1(bytes),
  )
  if (mark && declared && !agrees(mark, declared)) {
    throw new EInvoiceEncoding(
      `The file says that it is ${declared} but its byte order mark is that of ${mark}.`,
    )
  }
  const encoding = mark ?? (declared ? DECODERS.get(declared) : 'utf-8')
  if (!encoding) {
    throw new EInvoiceEncoding(
      `The file is in ${declared}, which is not read. Save it as UTF-8 and send it again.`,
    )
  }
  return decode(bytes, encoding, true)
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    throw new EInvoiceEncoding(
      `The file has bytes that are not ${encoding}. Save it as UTF-8 and send it again.`,
    )
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    throw new EInvoiceEncoding(
      'The file is in UTF-32, which is not read. Save it as UTF-8 and send it again.',
    )
  }
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (startsWith(bytes, 0x3c, 0) || startsWith(bytes, 0, 0x3c)) {
    throw new EInvoiceEncoding(
      'The file is in UTF-16 without a byte order mark. Save it as UTF-8 and send it again.',
    )
  }
  return undefined
}

function declaredEncoding(start: string): string | undefined {
  const match = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/.exec(start)
  return match?.[1]?.toLowerCase()
}

/** UTF-16 is declared without its byte order; every name of UTF-8 agrees with its mark. */
function agrees(mark: string, declared: string): boolean {
  return (
    declared === mark ||
    (declared === 'utf-16' && mark.startsWith('utf-16')) ||
    DECODERS.get(declared) === mark
  )
}

function asLatin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES))
}

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}
