import { describe, expect, it } from 'vitest'
import { findWrongNames } from './check-names.ts'

const writer = (name: string) => `export async function ${name}(tx: Tx, actor: Actor): Promise<void> {}`

function wrong(path: string, text = ''): string[] {
  return findWrongNames([path], () => text)
}

describe('the names of files', () => {
  it.each([
    ['server/src/receivables/void-invoice.ts', writer('voidInvoice')],
    ['server/src/requests/create-request.ts', writer('createQuickRequest')],
    ['server/src/receivables/invoice-arithmetic.gobl.test.ts', ''],
    ['server/src/receivables/payables.queries.ts', writer('lockPayables')],
    ['server/src/receivables/jobs.ts', writer('sendIt')],
    ['server/src/lib/due.ts', writer('setDue')],
  ])('are right: %s', (path, text) => {
    expect(wrong(path, text)).toEqual([])
  })

  it.each([
    ['server/src/receivables/service.ts', '', '"service" says nothing'],
    ['sandbox/src/utils/round.ts', '', '"utils" says nothing'],
    ['server/src/receivables/voidInvoice.ts', '', 'lower case'],
    ['server/src/receivables/invoice.model.ts', '', '.model is none'],
    ['server/src/receivables/invoice-things.ts', writer('voidInvoice'), 'voidInvoice; name the file'],
  ])('are wrong: %s', (path, text, words) => {
    expect(wrong(path, text)).toEqual([expect.stringContaining(words)])
  })
})
