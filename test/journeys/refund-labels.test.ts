import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasPoppler, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { advance, linkTo, made, mailTo, newInvoice, owned, pay, submission } from '../support/story.ts'
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

const plain = (text: string | undefined) => (text ?? '').replaceAll(/\s+/g, ' ')

/** Pays an invoice as a reader of one language, and leaves an address for the receipt. */
async function paidBy(email: string, language: 'en' | 'fr', card?: string): Promise<unknown> {
  const invoice = await newInvoice(world.company, '100.00')
  const { url } = await linkTo(world.company, invoice.id)
  const token = await world.card(world.company, card)
  const body = { ...submission({ amount: 10_000, token }), email }
  const { payment } = await made(payer('POST', `${url}/payments?lang=${language}`, body))
  await world.settle() // the receipt is sent before there is a refund
  return payment
}

const refund = (payment: unknown, amount: number) =>
  made(world.company.call('POST', '/v1/refunds', { payment, amount }, { 'idempotency-key': randomUUID() }))

it('R-194 R-196 R-198 K18 the payer is told of each refund by mail, once, with the receipt, in the language of the payment', async () => {
  const ana = 'ana@refunds.test'
  const payment = await paidBy(ana, 'en')
  await refund(payment, 4_000)
  await world.settle()
  await refund(payment, 6_000)
  await world.settle()
  const [second, first, receipt] = await mailTo(world, ana)
  expect(receipt?.subject).toBe('Receipt from Rosa Blooms: $100.00')
  expect(first?.subject).toBe('Refunded by Rosa Blooms: $40.00')
  expect(plain(first?.text)).toMatch(
    /Rosa Blooms refunded \$40\.00 of the \$100\.00 that you paid on .+ Your statement shows it within 5 to 10 business days, rarely 15\./,
  )
  expect(plain(first?.text)).not.toContain('Refunded so far')
  expect(first?.attachments).toMatchObject([{ content_type: 'application/pdf' }])
  expect(plain(second?.text)).toContain('Refunded so far')
  expect(plain(second?.text)).toContain('$100.00 of $100.00')

  const luc = 'luc@refunds.test'
  await refund(await paidBy(luc, 'fr'), 10_000)
  await world.settle()
  const [french] = await mailTo(world, luc)
  expect(plain(french?.subject)).toBe('Remboursé par Rosa Blooms : 100,00 $US')
  expect(plain(french?.text)).toContain('sous 5 à 10 jours ouvrables, rarement 15')
  for (const mail of [first, second, french]) expect(`${mail?.subject} ${mail?.text}`).not.toMatch(IN_PART)
})

it('a payer who was told of a refund hears, once, that the bank sent it back', async () => {
  const email = 'returned@refunds.test'
  const payment = await paidBy(email, 'fr', '4000000000005126')
  const { id } = await refund(payment, 2_500)
  await world.settle()
  await advance(world, 120)
  await world.settle()
  expect((await world.company.call('GET', `/v1/refunds/${id}`)).body).toMatchObject({ state: 'failed' })
  const [returned, told] = await mailTo(world, email)
  expect(plain(told?.subject)).toBe('Remboursé par Rosa Blooms : 25,00 $US')
  expect(plain(returned?.subject)).toBe('Votre remboursement de 25,00 $US n’est pas arrivé')
  expect(plain(returned?.text)).toContain(
    'Votre banque a renvoyé cette somme, que Rosa Blooms a donc de nouveau.',
  )
  expect(returned?.attachments).toEqual([])

  // Told again, as a job is whose worker died, neither is sent again.
  await owned(
    world,
    `select lib.enqueue(company_id, 'deliver_event', jsonb_build_object('event_id', id, 'type', type,
       'subject_id', subject_id, 'company_id', company_id))
     from notifications.events where type in ('refund.succeeded', 'refund.failed')`,
  )
  await world.settle()
  expect(await mailTo(world, email)).toHaveLength(3)
  await world.prove()
})
