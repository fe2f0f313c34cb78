import { describe, expect, test } from 'vitest'
import {
  describeWithSharedData,
  sharedData,
  sharedFiles,
  sharedJson,
} from '../../../../test/support/shared-data.ts'
import { textFault } from '../../lib/text.ts'
import { EInvoiceError } from './errors.ts'
import { readEInvoice } from './read-einvoice.ts'
import { escapeXml, sampleUbl, utf8 } from './testing/sample-ubl.ts'

const declaring = (encoding: string, name = 'Müller & Söhne €'.replace('&', '&amp;')) =>
  sampleUbl({ declaration: `<?xml version="1.0" encoding="${encoding}"?>`, sellerName: name })

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const little = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return order === 'le' ? little : little.swap16()
}

function refusal(bytes: Uint8Array): string | undefined {
  try {
    readEInvoice(bytes)
    return undefined
  } catch (error) {
    if (error instanceof EInvoiceError) return error.code
    throw error
  }
}

const latin1 = (text: string) => Buffer.from(text.replace('€', '\u0080'), 'latin1')

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(declaring('UTF-8'))],
    ['UTF-8 without a declaration', utf8(declaring('').replace(/^<\?xml.*\?>\n/, ''))],
    ['UTF-8 with a mark', utf8(`\ufeff${declaring('utf-8')}`)],
    ['UTF-16 little-endian', utf16(declaring('UTF-16'), 'le')],
    ['UTF-16 big-endian', utf16(declaring('UTF-16'), 'be')],
    ['windows-1252', latin1(declaring('windows-1252'))],
    ['ISO-8859-1, which everyone writes as windows-1252', latin1(declaring('ISO-8859-1'))],
  ])('%s is read', (_, bytes) => {
    expect(readEInvoice(bytes).seller.name).toBe('Müller & Söhne €')
  })

  test.each([
    ['Latin-1 that says UTF-8', latin1(declaring('UTF-8'))],
    ['Latin-1 that says nothing', latin1(declaring('').replace(/^<\?xml.*\?>\n/, ''))],
    ['a UTF-8 mark that says UTF-16', utf8(`\ufeff${declaring('UTF-16')}`)],
    ['a UTF-8 mark that says Latin-1', utf8(`\ufeff${declaring('ISO-8859-1')}`)],
    ['UTF-16 that says UTF-8', utf16(declaring('UTF-8'), 'le')],
    ['UTF-16 without a mark', utf16(declaring('UTF-16'), 'le', false)],
    ['UTF-16 cut in the middle of a character', utf16(declaring('UTF-16'), 'le').subarray(0, -1)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
    ['an encoding that we do not read', utf8(declaring('UTF-7'))],
    ['EBCDIC', utf8(declaring('IBM037'))],
    ['an inherited name', utf8(declaring('constructor'))],
    ['overlong UTF-8', Buffer.concat([utf8('<a>'), Buffer.from([0xc0, 0xaf]), utf8('</a>')])],
    [
      'half a surrogate in UTF-8',
      Buffer.concat([utf8('<a>'), Buffer.from([0xed, 0xa0, 0x80]), utf8('</a>')]),
    ],
  ])('%s is refused', (_, bytes) => expect(refusal(bytes)).toBe('einvoice_encoding'))
})

describe('characters', () => {
  test.each([
    '\u0000',
    '\u0001',
    '\u0008',
    '\u000b',
    '\u001f',
    '\ufffe',
    '&#0;',
    '&#1;',
    '&#xD800;',
    '&#x110000;',
    '&#xFFFFFFFFFF;',
    '&#-1;',
    '&#;',
  ])('%j is no character of XML', (text) =>
    expect(refusal(utf8(sampleUbl({ sellerName: `a${text}b` })))).toBe('einvoice_malformed'),
  )

  test('a control character that XML knows and we do not is refused', () => {
    expect(refusal(utf8(sampleUbl({ sellerName: 'a\u007fb' })))).toBe('einvoice_field_invalid')
  })

  test('white space inside and around a name stays, around a number goes', () => {
    const xml = sampleUbl({ sellerName: ' A\t B ', number: '<cbc:ID>\n  018304 / 28865\n</cbc:ID>' })
    expect(readEInvoice(utf8(xml))).toMatchObject({ number: '018304 / 28865', seller: { name: ' A\t B ' } })
  })

  test('a comment inside a text is no part of it, a CDATA section is', () => {
    const xml = sampleUbl({ sellerName: 'A<!-- x -->B<![CDATA[<b>&amp;]]>' })
    expect(readEInvoice(utf8(xml)).seller.name).toBe('AB<b>&amp;')
  })
})

describeWithSharedData('nasty strings', 'nasty/blns.json', () => {
  const lines = sharedFiles('nasty')
    .filter((path) => path.endsWith('.txt'))
    .flatMap((path) => (sharedData(path) ?? '').split('\n'))
  const all = [...new Set([...sharedJson<string[]>('nasty/blns.json'), ...lines])]
  const isXml = (text: string) => !/[\ufffe\uffff]/.test(text) && textFault(text, 10_000) === undefined
  const strings = all.filter((text) => isXml(text) && /[^ \t\r\n]/.test(text))

  test('each comes back byte for byte from names, notes and lines', () => {
    expect(strings.length).toBeGreaterThan(500)
    for (const text of strings) {
      const escaped = escapeXml(text)
      const line = sampleUbl({
        sellerName: escaped,
        buyerName: escaped,
        header: `<cbc:Note>${escaped}</cbc:Note>`,
      })
      const einvoice = readEInvoice(
        utf8(line.replace('<cbc:Name>Work<', `<cbc:Name>${escaped.replaceAll('$', '$$$$')}<`)),
      )
      const found = [einvoice.seller.name, einvoice.buyer.name, einvoice.notes[0], einvoice.lines[0]?.name]
      expect(found).toEqual([text, text, text, text])
    }
  })

  test('those with characters that nothing may hold are refused, and nothing else breaks', () => {
    for (const text of all.filter((each) => !isXml(each))) {
      expect(refusal(utf8(sampleUbl({ sellerName: escapeXml(text) })))).toMatch(
        /^einvoice_(malformed|field_invalid)$/,
      )
    }
    for (const text of all) expect(refusal(utf8(text)) ?? '').toMatch(/^einvoice_/)
  })
})
