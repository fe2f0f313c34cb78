import { CsvError, parse } from 'csv-parse/sync'

/** More lines than these are two files. */
const MAX_LINES = 50_000
const MAX_RECORD_CHARACTERS = 100_000
const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export type CsvTable = {
  readonly encoding: string
  readonly delimiter: Delimiter
  readonly heading: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** What is wrong with a file as a whole. */
export type CsvFault = { readonly line: number; readonly message: string }

/** Reads a file by RFC 4180: quotes doubled, line ends of any kind, commas, semicolons or tabs by its heading. */
export function decodeCsv(bytes: Uint8Array): CsvTable | CsvFault {
  const { text, encoding } = decode(bytes)
  const delimiter = delimiterOf(text)
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const [heading, ...rows] = records
    if (heading === undefined) return { line: 1, message: 'The file is empty.' }
    if (rows.length > MAX_LINES) {
      return {
        line: 1,
        message: `The file has ${rows.length} lines; at most ${MAX_LINES} are taken at once.`,
      }
    }
    return {
      encoding,
      delimiter,
      heading: heading.record.map((name) => name.trim().toLowerCase()),
      rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as unknown as { lines?: number }
    return { line: lines ?? 1, message: `The file is no CSV: ${error.message}` }
  }
}

/** By its mark, else UTF-8 where it is that, else what Windows writes in western Europe. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {} // not that
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

/** What the heading has most of, outside quotes. A French Excel writes semicolons. */
function delimiterOf(text: string): Delimiter {
  const heading = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => heading.split(delimiter).length
  return DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most))
}
