import { describe, expect, it } from 'vitest'
import * as errors from './errors.ts'
import { fromRefusal, toRefusal } from './refusal.ts'

const { EInvoiceError, ...kinds } = errors

describe('a refusal that crosses a thread', () => {
  it.each(Object.entries(kinds))('%s comes out as it went in', (name, Kind) => {
    const thrown = new Kind('The sums disagree.', { field: 'totals.payable', details: { rule: 'BR-CO-16' } })
    const caught = fromRefusal(structuredClone(toRefusal(thrown)))
    expect(caught).toBeInstanceOf(Kind)
    expect(caught).toBeInstanceOf(EInvoiceError)
    expect({ ...caught, message: caught.message }).toEqual({ ...thrown, message: thrown.message })
    expect(caught.name).toBe(name)
  })

  it('has no field and no details where it had none', () => {
    const caught = fromRefusal(structuredClone(toRefusal(new errors.EInvoiceMalformed('The file is empty.'))))
    expect([caught.message, caught.field, caught.details]).toEqual([
      'The file is empty. Nothing was imported.',
      undefined,
      undefined,
    ])
  })
})
