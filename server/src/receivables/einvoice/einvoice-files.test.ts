import { expect, test } from 'vitest'
import {
  describeWithSharedData,
  sharedBytes,
  sharedFiles,
  sharedJson,
} from '../../../../test/support/shared-data.ts'
import { parseDecimal, ZERO } from '../../lib/decimal.ts'
import { toDecimalString } from '../../lib/money.ts'
import { EInvoiceError } from './errors.ts'
import { readEInvoice } from './read-einvoice.ts'
import { type ImportedInvoice, toInvoiceDraft } from './to-invoice-draft.ts'

type Expected = {
  syntax: string
  number: string
  type_code: string
  currency: string
  issue_date?: string | null
  due_date?: string | null
  lines: number
  TaxAmount?: string[]
  'en16931_1.3.16': { fatal: string[] }
} & Record<string, string | string[] | undefined>

const ROOT = 'einvoice/'
const read = (path: string) => toInvoiceDraft(readEInvoice(sharedBytes(ROOT + path)))

describeWithSharedData('the e-invoices of third parties', 'einvoice/expected.give.json', () => {
  const { xml } = sharedJson<{ xml: Record<string, Expected> }>('einvoice/expected.give.json')
  const files = sharedFiles('einvoice')
    .filter((path) => /\/give\/.*\.xml$/.test(path))
    .map((path) => path.slice(ROOT.length))
  const known = files.filter((path) => xml[path])
  const absent = Object.keys(xml).filter((path) => !files.includes(path))
  if (absent.length > 0) console.log(`skipped: no third-party data (${absent.join(', ')})`)

  test('each has its expected facts', () => {
    expect(known.length).toBeGreaterThan(40)
    expect(files).toEqual(known)
  })

  test.each(known)('%s says what is expected', (path) => {
    const facts = xml[path] as Expected
    const einvoice = readEInvoice(sharedBytes(ROOT + path))
    expect(einvoice).toMatchObject({
      syntax: facts.syntax,
      number: facts.number,
      typeCode: facts.type_code,
      currency: facts.currency,
    })
    expect(einvoice.lines).toHaveLength(facts.lines)
    if (facts.issue_date) expect(einvoice.issueDate).toBe(facts.issue_date)
    if (facts.due_date) expect(einvoice.dueDate).toBe(facts.due_date)
    const { totals } = einvoice
    const named = {
      LineExtensionAmount: totals.lineTotal,
      LineTotalAmount: totals.lineTotal,
      AllowanceTotalAmount: totals.allowanceTotal,
      ChargeTotalAmount: totals.chargeTotal,
      TaxExclusiveAmount: totals.taxExclusive,
      TaxBasisTotalAmount: totals.taxExclusive,
      TaxAmount: totals.taxTotal,
      TaxTotalAmount: totals.taxTotal,
      TaxInclusiveAmount: totals.taxInclusive,
      GrandTotalAmount: totals.taxInclusive,
      PrepaidAmount: totals.prepaid,
      TotalPrepaidAmount: totals.prepaid,
      PayableRoundingAmount: totals.rounding,
      PayableAmount: totals.payable,
      DuePayableAmount: totals.payable,
    }
    for (const [name, found] of Object.entries(named)) {
      const [wanted] = [facts[name] ?? []].flat()
      if (wanted !== undefined) expect(found?.toFixed(), name).toBe(parseDecimal(wanted).toFixed())
    }
  })

  test.each(known)('%s is imported, or refused for the reason we know', (path) => {
    const facts = xml[path] as Expected
    let refusal: unknown
    try {
      const draft = read(path)
      const [payable] = [facts.PayableAmount ?? facts.DuePayableAmount ?? []].flat()
      const asked = parseDecimal(payable ?? '')
      // Of an invoice below zero the signs are turned round.
      expect(draft.isCredit).toBe(facts.type_code === '381' || asked.lt(ZERO))
      expect(parseDecimal(toDecimalString(draft.due, draft.currency)).cmp(asked.abs())).toBe(0)
      expect(draft.total - draft.prepaid + draft.rounding).toBe(draft.due)
    } catch (error) {
      if (!(error instanceof EInvoiceError)) throw error
      refusal = error.code
    }
    const isBroken = facts['en16931_1.3.16'].fatal.some((rule) => /^BR-CO-1[0-7]/.test(rule))
    expect(refusal).toBe(isBroken ? 'einvoice_totals_disagree' : undefined)
  })

  const pairs = known.flatMap((path) => {
    const twin = path.replace('_ubl.xml', '_uncefact.xml').replace('.ubl.xml', '.cii.xml')
    return twin !== path && known.includes(twin) ? [[path, twin] as const] : []
  })

  test.each(pairs)('%s and its twin in the other syntax ask for the same', (ubl, cii) => {
    expect(essence(read(ubl))).toEqual(essence(read(cii)))
  })
})

function essence(draft: ImportedInvoice) {
  const { lines, seller, buyer, taxes } = draft
  const sums = ['subtotal', 'allowanceTotal', 'chargeTotal', 'taxTotal', 'total', 'prepaid', 'due'] as const
  return {
    head: [draft.number, draft.issueDate, draft.dueDate, draft.typeCode, draft.currency],
    sums: sums.map((name) => draft[name]),
    parties: [seller, buyer].map((party) => [
      party.legalName,
      party.addressLines,
      party.city,
      party.postcode,
      party.country,
    ]),
    lines: lines.map((line) => [
      line.id,
      line.name,
      line.net,
      line.quantity.toFixed(),
      line.unitPrice.toFixed(),
      line.taxCategory,
    ]),
    taxes: taxes.map((tax) => `${tax.category} ${tax.rate.toFixed()} ${tax.taxable} ${tax.tax}`).sort(),
    account: draft.paymentMeans[0]?.accountId,
  }
}
