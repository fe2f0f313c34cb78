import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasPoppler, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { linkTo, made, newInvoice, pay } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

/**
 * K18, which is no setting: full and partial refunds have one label. The table is what was refunded, and how, by where
 * it is told, by language.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const REFUNDS = [
  { name: 'in part, off the sale', amount: 4_000, treatment: 'reduce_sale' },
  { name: 'in full, off the sale', amount: 10_000, treatment: 'reduce_sale' },
  { name: 'in part, owed again', amount: 4_000, treatment: 'reopen_invoice' },
  { name: 'in full, owed again', amount: 10_000, treatment: 'reopen_invoice' },
]
const LABEL = { en: 'Refunded', fr: 'Remboursé' }
/** Any form of the label's word, and any word for a part of one. */
const WORD = { en: /refunded/i, fr: /remboursée?s?/i }
const IN_PART = /partial|partly refunded|in part|partiel|en partie/i

it.each(REFUNDS)(
  'R-196 K18 refunded $name: one label on the page, the PDFs and the API, in both languages',
  async ({ amount, treatment }) => {
    const { company } = world
    const invoice = await newInvoice(company, '100.00')
    const { url, request } = await linkTo(company, invoice.id)
    const { payment } = await made(pay(world, company, url, { amount: 10_000 }))
    await made(
      company.call(
        'POST',
        '/v1/refunds',
        { payment, amount, treatment },
        { 'idempotency-key': randomUUID() },
      ),
    )
    await world.settle()

    expect((await company.call('GET', `/v1/payments/${payment}`)).body.refund_label).toEqual(LABEL)
    expect((await company.call('GET', `/v1/payment_requests/${request}`)).body.status).toBe('refunded')
    for (const language of ['en', 'fr'] as const) {
      const told: Record<string, string> = {
        page: (await payer('GET', `${url}?lang=${language}`)).text.replace(/<script[\s\S]*?<\/script>/g, ''),
      }
      expect(told.page).toContain(language === 'en' ? ' was refunded on ' : ' ont été remboursés le ')
      if (hasPoppler) {
        const pdf = async (path: string) =>
          textOf(new Uint8Array(await (await fetch(`${url}/${path}.pdf?lang=${language}`)).arrayBuffer()))
        told.receipt = await pdf(`receipts/${payment}`)
        expect(told.receipt).toContain(language === 'en' ? 'Refunded ' : 'Remboursé le ')
        // What is owed again is an invoice to be paid, which says nothing of it.
        if (treatment === 'reduce_sale') {
          told.invoice = await pdf(`invoices/${invoice.id}`)
          expect(told.invoice).toContain(LABEL[language])
        }
      }
      for (const text of Object.values(told)) {
        expect(text).toMatch(WORD[language])
        expect(text).not.toMatch(IN_PART)
      }
    }
  },
)
