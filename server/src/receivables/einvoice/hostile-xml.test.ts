import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeWithSharedData, sharedBytes } from '../../../../test/support/shared-data.ts'
import { MAX_BYTES } from './decode-xml.ts'
import { EInvoiceError } from './errors.ts'
import { readEInvoice } from './read-einvoice.ts'
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS } from './read-xml.ts'
import { sampleUbl, UBL_NAMESPACES, utf8 } from './testing/sample-ubl.ts'
import { toInvoiceDraft } from './to-invoice-draft.ts'

/** The code of the refusal; anything that is not an EInvoiceError fails the test. */
function refusal(bytes: Uint8Array | string): string | undefined {
  try {
    toInvoiceDraft(readEInvoice(typeof bytes === 'string' ? utf8(bytes) : bytes))
    return undefined
  } catch (error) {
    if (error instanceof EInvoiceError) return error.code
    throw error
  }
}

const afterDeclaration = (inserted: string, xml = sampleUbl()) => xml.replace('?>', `?>${inserted}`)
const BILLION_LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`,
).join('')}]>`

describe('a document type is refused, whatever it says', () => {
  test.each([
    ['billion laughs', BILLION_LAUGHS],
    ['external entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['external subset', '<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:1/evil.dtd">'],
    ['parameter entity', '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p">%p;]>'],
    ['empty', '<!DOCTYPE Invoice>'],
  ])('%s', (_, doctype) => {
    expect(refusal(afterDeclaration(doctype))).toBe('einvoice_doctype')
    expect(refusal(afterDeclaration(doctype, sampleUbl({ header: '<cbc:Note>&x;</cbc:Note>' })))).toBe(
      'einvoice_doctype',
    )
  })

  test('but as a text it is only text', () => {
    const einvoice = readEInvoice(
      utf8(sampleUbl({ header: '<cbc:Note><![CDATA[<!DOCTYPE r [<!ENTITY x "y">]>&x;]]></cbc:Note>' })),
    )
    expect(einvoice.notes).toEqual(['<!DOCTYPE r [<!ENTITY x "y">]>&x;'])
  })
})

describe('size', () => {
  test('100 MB are refused before anything is read', () => {
    expect(refusal(new Uint8Array(100 * 1024 * 1024).fill(0x20))).toBe('einvoice_too_large')
    expect(refusal(new Uint8Array(MAX_BYTES + 1))).toBe('einvoice_too_large')
  })

  test('100,000 levels deep, closed or not, in a known namespace or not', () => {
    for (const name of ['cac:Party', 'a']) {
      const open = `<${name}>`.repeat(100_000)
      expect(refusal(sampleUbl({ header: `${open}${`</${name}>`.repeat(100_000)}` }))).toBe(
        'einvoice_too_deep',
      )
      expect(refusal(`<Invoice ${UBL_NAMESPACES}>${open}`)).toBe('einvoice_too_deep')
    }
    expect(
      refusal(sampleUbl({ header: `${'<a>'.repeat(MAX_DEPTH - 1)}${'</a>'.repeat(MAX_DEPTH - 1)}` })),
    ).toBeUndefined()
  })

  test('too many elements', () => {
    expect(refusal(sampleUbl({ header: '<a/>'.repeat(MAX_ELEMENTS) }))).toBe('einvoice_too_large')
  })

  test('a huge attribute, and many', () => {
    expect(refusal(sampleUbl({ header: `<cbc:Note x="${'x'.repeat(5_000_000)}"/>` }))).toBe(
      'einvoice_too_large',
    )
    const many = Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ')
    expect(refusal(sampleUbl({ header: `<cbc:Note ${many}/>` }))).toBe('einvoice_too_large')
    const declared = Array.from(
      { length: MAX_ATTRIBUTES + 1 },
      (_, index) => `xmlns:n${index}="urn:${index}"`,
    ).join(' ')
    expect(refusal(sampleUbl({ header: `<cbc:Note ${declared}/>` }))).toBe('einvoice_too_large')
  })

  test('a huge text, name, number, comment or stretch of spaces ends at once', () => {
    const huge = 'x'.repeat(5_000_000)
    const spaces = ' '.repeat(5_000_000)
    expect(refusal(sampleUbl({ sellerName: huge }))).toBe('einvoice_field_invalid')
    expect(refusal(sampleUbl({ sellerName: `a${spaces}b` }))).toBe('einvoice_field_invalid')
    expect(refusal(sampleUbl({ number: `<cbc:ID>a${spaces}b</cbc:ID>` }))).toBe('einvoice_field_invalid')
    expect(refusal(sampleUbl().replace('>120<', `>1${'0'.repeat(5_000_000)}<`))).toBe(
      'einvoice_field_invalid',
    )
    expect(refusal(sampleUbl().replace('>120<', `>${spaces}120${spaces.slice(0, 9)}<`))).toBeUndefined()
    expect(refusal(sampleUbl({ header: `<!-- ${huge} -->` }))).toBeUndefined()
    expect(refusal(sampleUbl({ header: `<${huge}/>` }))).toBeUndefined()
    expect(refusal(sampleUbl({ header: `<${huge}></${huge}y>` }))).toBe('einvoice_malformed')
  })

  test('a refusal’s sentence is short however long the file’s words are', () => {
    try {
      readEInvoice(utf8(`<${'x'.repeat(1_000_000)}/>`))
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(400)
    }
    expect.assertions(1)
  })
})

describe('what is not an e-invoice', () => {
  test.each([
    ['nothing', '', 'einvoice_malformed'],
    ['white space', ' \n ', 'einvoice_malformed'],
    ['JSON', '{"invoice": {"number": "1"}}', 'einvoice_malformed'],
    ['a number', '1240.50', 'einvoice_malformed'],
    ['HTML', '<!doctype html><html><body>Invoice</body></html>', 'einvoice_malformed'],
    ['XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'einvoice_unknown_syntax'],
    ['a PDF', '%PDF-1.7 …', 'einvoice_unknown_syntax'],
    ['an Invoice of no namespace', '<Invoice><ID>1</ID></Invoice>', 'einvoice_unknown_syntax'],
    ['an Invoice of another namespace', '<Invoice xmlns="urn:else"/>', 'einvoice_unknown_syntax'],
    [
      'UBL’s Order',
      '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
      'einvoice_unknown_syntax',
    ],
    [
      'ZUGFeRD 1',
      '<a:CrossIndustryDocument xmlns:a="urn:ferd:CrossIndustryDocument:invoice:1p0"/>',
      'einvoice_unknown_syntax',
    ],
    ['two roots', `${sampleUbl()}<a/>`, 'einvoice_malformed'],
    ['text after the root', `${sampleUbl()}x`, 'einvoice_malformed'],
    ['an empty Invoice', `<Invoice ${UBL_NAMESPACES}/>`, 'einvoice_missing_field'],
  ])('%s', (_, xml, code) => expect(refusal(xml)).toBe(code))

  test('a file cut off anywhere', () => {
    const bytes = utf8(sampleUbl())
    for (let length = 0; length < bytes.length - 1; length += 7) {
      expect(refusal(bytes.subarray(0, length))).toMatch(/^einvoice_/)
    }
  })
})

describe('names and namespaces', () => {
  test('prefixes mean nothing, namespaces everything', () => {
    const renamed = sampleUbl()
      .replaceAll('cbc:', 'x:')
      .replaceAll('cac:', 'cbc:')
      .replaceAll(':cbc=', ':x=')
      .replaceAll(':cac=', ':cbc=')
    expect(refusal(renamed)).toBeUndefined()
    const swapped = sampleUbl()
      .replace('xmlns:cac', 'xmlns:tmp')
      .replace('xmlns:cbc', 'xmlns:cac')
      .replace('xmlns:tmp', 'xmlns:cbc')
    expect(refusal(swapped)).toBe('einvoice_missing_field')
  })

  test.each([
    ['an unbound prefix', sampleUbl({ header: '<nope:Note/>' })],
    ['an unbound attribute prefix', sampleUbl({ header: '<cbc:Note nope:a="1"/>' })],
    ['the xml prefix bound to another', sampleUbl({ header: '<cbc:Note xmlns:xml="urn:x"/>' })],
    ['an attribute twice', sampleUbl({ header: '<cbc:Note a="1" a="2"/>' })],
    ['an unknown entity', sampleUbl({ header: '<cbc:Note>&nbsp;</cbc:Note>' })],
    ['an inherited entity', sampleUbl({ header: '<cbc:Note>&constructor;&__proto__;</cbc:Note>' })],
    [
      'two payable amounts',
      sampleUbl().replace(
        '</cac:LegalMonetaryTotal>',
        '<cbc:PayableAmount>1</cbc:PayableAmount></cac:LegalMonetaryTotal>',
      ),
    ],
    ['two numbers', sampleUbl({ number: '<cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>' })],
    ['XML 1.1', sampleUbl({ declaration: '<?xml version="1.1"?>' })],
  ])('%s is refused', (_, xml) => expect(refusal(xml)).toBe('einvoice_malformed'))

  test('an amount in another currency is refused; the tax total in the accounting currency is passed over', () => {
    expect(refusal(sampleUbl().replace('currencyID="EUR">120', 'currencyID="USD">120'))).toBe(
      'einvoice_mixed_currencies',
    )
    const second = '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">22.50</cbc:TaxAmount></cac:TaxTotal>'
    expect(
      refusal(sampleUbl().replace('<cac:LegalMonetaryTotal>', `${second}<cac:LegalMonetaryTotal>`)),
    ).toBeUndefined()
    for (const currency of ['AAA', 'XAU', 'eur', '€', 'constructor']) {
      expect(refusal(sampleUbl({ currency }))).toBe('einvoice_unknown_currency')
    }
  })

  test.each(['1e3', '1E999999999', 'NaN', 'INF', '0x10', '1,5', '1 2', '--1', '', '.', '１２'])(
    'the amount %j is refused',
    (amount) => {
      expect(refusal(sampleUbl().replace('>120<', `>${amount}<`))).toBe('einvoice_field_invalid')
    },
  )

  test.each(['2026-02-30', '2026-13-01', '20261121', '21.11.2026', 'today', '0000-00-00', '+02026-01-01'])(
    'the date %j is refused',
    (day) => {
      expect(refusal(sampleUbl().replace('2026-11-21', day))).toBe('einvoice_field_invalid')
    },
  )
})

describeWithSharedData('damaged files', 'einvoice/ubl/give', () => {
  const files = ['ubl/give/ubl-tc434-example5.xml', 'cii/give/CII_example5.xml'].map((path) =>
    sharedBytes(`einvoice/${path}`),
  )

  test('bytes changed, cut out or doubled give an invoice or an EInvoiceError, never anything else', () => {
    const damage = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      bytes: fc.uint8Array({ maxLength: 40 }),
    })
    fc.assert(
      fc.property(damage, ({ file, at, length, bytes }) => {
        const start = Math.floor(at * file.length)
        const changed = Buffer.concat([file.subarray(0, start), bytes, file.subarray(start + length)])
        expect(refusal(changed) ?? 'einvoice_read').toMatch(/^einvoice_/)
      }),
      { numRuns: 300 },
    )
  })

  test('as does a text between its tags changed for any other', () => {
    const texts = files.map((file) => new TextDecoder().decode(file))
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 30 }),
        (xml, which, text) => {
          const places = [...xml.matchAll(/>([^<>]+)</g)]
          const place = places[which % places.length]
          const start = (place?.index ?? 0) + 1
          const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
          const changed = xml.slice(0, start) + safe + xml.slice(start + (place?.[1]?.length ?? 0))
          expect(refusal(changed) ?? 'einvoice_read').toMatch(/^einvoice_/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
