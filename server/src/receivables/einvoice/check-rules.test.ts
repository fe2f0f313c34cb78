import { describe, expect, test } from 'vitest'
import { describeWithSharedData, sharedData, sharedFiles } from '../../../../test/support/shared-data.ts'
import { brokenSums, brokenTaxCategories } from './check-rules.ts'
import { EInvoiceError } from './errors.ts'
import { readContent, readEInvoice } from './read-einvoice.ts'
import { readXml } from './read-xml.ts'
import { sampleUbl, utf8 } from './testing/sample-ubl.ts'
import { toInvoiceDraft } from './to-invoice-draft.ts'

/**
 * Rules about parts that an import does not need or does not judge: the buyer's country (the customer's record has
 * an address) and the reference of an attachment (attachments are not imported). Both kinds of file are read.
 */
const NOT_JUDGED = new Set(['BR-11', 'BR-52'])
/** Rules of presence and codes: shown by the refusal of the whole file. */
const BY_REFUSAL: Readonly<Record<string, string>> = {
  'BR-02': 'number',
  'BR-45': 'taxes[0].taxable',
  'BR-CL-04': 'currency',
}

describeWithSharedData('the rule units of EN 16931', 'einvoice/ubl-rule-units', () => {
  for (const path of sharedFiles('einvoice/ubl-rule-units')) {
    const rule = /BR-[A-Z0-9-]+?(?=\.xml)/.exec(path)?.[0] ?? ''
    const units = (sharedData(path) ?? '').split(/<test[ >]/).slice(1)
    const cases = units.map((unit, index) => ({
      index: index + 1,
      outcome: unit.includes(`<success>${rule}</success>`) ? 'holds' : 'is broken',
      xml: /<(Invoice|CreditNote)\b[\s\S]*<\/\1>/.exec(unit)?.[0] ?? '',
    }))

    test.each(cases)(`${path.split('/').at(-1)} $index: ${rule} $outcome`, ({ outcome, xml }) => {
      const content = readContent(readXml(utf8(xml)))
      if (NOT_JUDGED.has(rule)) return
      const holds = BY_REFUSAL[rule]
        ? fieldRefused(xml, rule) !== BY_REFUSAL[rule]
        : ![...brokenSums(content), ...brokenTaxCategories(content)].some((each) => each.rule === rule)
      expect(holds ? 'holds' : 'is broken').toBe(outcome)
    })
  }
})

/** The fragment's part inside an invoice that is right otherwise, and the field that its reading refuses. */
function fieldRefused(fragment: string, rule: string): string | undefined {
  const inner = fragment.replace(/^<Invoice[^>]*>/, '').replace(/<\/Invoice>$/, '')
  const currency = /<cbc:DocumentCurrencyCode>(\w+)/.exec(inner)?.[1] ?? 'NOK'
  const part = rule === 'BR-02' ? { number: inner } : rule === 'BR-45' ? { taxTotals: inner } : {}
  try {
    readEInvoice(utf8(sampleUbl({ currency, ...part })))
    return undefined
  } catch (error) {
    if (error instanceof EInvoiceError) return error.field
    throw error
  }
}

describe('an import', () => {
  const totals = (values: Record<string, string>) =>
    Object.entries({
      LineExtensionAmount: '100',
      TaxExclusiveAmount: '100',
      TaxInclusiveAmount: '120',
      PayableAmount: '120',
      ...values,
    })
      .map(([name, value]) => `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`)
      .join('')
  const draftOf = (parts: Parameters<typeof sampleUbl>[0]) =>
    toInvoiceDraft(readEInvoice(utf8(sampleUbl(parts))))

  test.each([
    ['BR-CO-10', { LineExtensionAmount: '90', TaxExclusiveAmount: '90' }, '90', '100'],
    ['BR-CO-11', { AllowanceTotalAmount: '5' }, '5', '0'],
    ['BR-CO-12', { ChargeTotalAmount: '5' }, '5', '0'],
    ['BR-CO-13', { TaxExclusiveAmount: '101' }, '101', '100'],
    ['BR-CO-15', { TaxInclusiveAmount: '119.99' }, '119.99', '120'],
    ['BR-CO-16', { PayableAmount: '1' }, '1', '120'],
  ])('refuses sums that break %s, naming both numbers', (rule, values, stated, computed) => {
    let refusal: unknown
    try {
      draftOf({ totals: totals(values) })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toMatchObject({
      code: 'einvoice_totals_disagree',
      status: 422,
      details: { rule, stated, computed },
    })
    expect((refusal as Error).message).toContain(rule)
  })

  test('takes what is prepaid and rounded, and a due of zero', () => {
    expect(draftOf({ totals: totals({ PrepaidAmount: '120', PayableAmount: '0' }) })).toMatchObject({
      prepaid: 12000n,
      due: 0n,
    })
    const rounded = totals({ PrepaidAmount: '20', PayableRoundingAmount: '-0.02', PayableAmount: '99.98' })
    expect(draftOf({ totals: rounded })).toMatchObject({ total: 12000n, rounding: -2n, due: 9998n })
  })

  test('takes zero digits beyond the currency’s, and no others', () => {
    expect(draftOf({ totals: totals({ PayableAmount: '120.0000' }) }).due).toBe(12000n)
    const line = sampleUbl().replace(
      '>100</cbc:LineExtensionAmount><cac:Item>',
      '>100.004</cbc:LineExtensionAmount><cac:Item>',
    )
    expect(() => toInvoiceDraft(readEInvoice(utf8(line)))).toThrow('lines[0].net is 100.004')
  })

  test('refuses a negative sum, wherever it stands', () => {
    const prepaid = totals({ PrepaidAmount: '-10', PayableAmount: '130' })
    const overpaid = totals({ PrepaidAmount: '130', PayableAmount: '-10' })
    for (const each of [prepaid, overpaid]) {
      expect(() => draftOf({ totals: each })).toThrow(
        expect.objectContaining({ code: 'einvoice_negative_total' }),
      )
    }
  })

  test.each(['381', '261', '325', '751', '999', 'abc', '3800'])('refuses the type %s', (typeCode) => {
    expect(() => draftOf({ typeCode })).toThrow(
      expect.objectContaining({ code: 'einvoice_unsupported_type' }),
    )
  })

  test.each(['380', '82', '326', '383', '384', '386', '389', '393', '875', '877'])(
    'takes the type %s',
    (typeCode) => {
      expect(draftOf({ typeCode })).toMatchObject({ typeCode, total: 12000n })
    },
  )

  test('beyond what can be kept exactly is refused', () => {
    const huge = '99999999999999999999'
    const xml = sampleUbl()
      .replaceAll('>100<', `>${huge}<`)
      .replaceAll('>120<', `>${huge}<`)
      .replaceAll('>20</cbc:TaxAmount', '>0</cbc:TaxAmount')
      .replaceAll('>20</cbc:Percent', '>0</cbc:Percent')
    expect(() => toInvoiceDraft(readEInvoice(utf8(xml)))).toThrow(
      expect.objectContaining({ code: 'einvoice_field_invalid' }),
    )
  })
})
