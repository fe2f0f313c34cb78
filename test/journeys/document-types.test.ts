import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasPoppler, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { sampleUbl, utf8 } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { linkTo, made, mailTo, submission } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

/** What an e-invoice calls itself is what its page and its mails call it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it.each([
  ['384', 'Corrected invoice', 'Facture rectificative'],
  ['389', 'Self-billed invoice', 'Autofacture'],
  ['386', 'Prepayment invoice', 'Facture d’acompte'],
  ['380', 'Invoice', 'Facture'],
])(
  'an invoice of type %s is named %s on its page, in its mails and on its receipt, in both languages',
  async (typeCode, english, french) => {
    const { company } = world
    const number = `T-${typeCode}`
    const xml = sampleUbl({
      typeCode,
      number: `<cbc:ID>${number}</cbc:ID>`,
      currency: 'USD',
      buyerName: `Buyer ${typeCode}`,
    })
    const invoice = await made(
      company.call('POST', '/v1/invoices/import?confirm_seller=true', utf8(xml), {
        'content-type': 'application/xml',
      }),
    )
    const { url } = await linkTo(company, invoice.id)
    const pageIn = async (lang: string) => (await payer('GET', `${url}?lang=${lang}`)).text
    expect(await pageIn('en')).toContain(`<h1>${english} ${number}</h1>`)
    expect(await pageIn('fr')).toContain(`<h1>${french} ${number}</h1>`)

    for (const [language, name, sentence] of [
      ['en', english, `${english} ${number} from`],
      ['fr', french, `${french} ${number} de`],
    ] as const) {
      await made(company.call('PATCH', `/v1/customers/${invoice.customer}`, { language }))
      const to = `${language}-${typeCode}@example.test`
      await made(company.call('POST', `/v1/invoices/${invoice.id}/send`, { to, payment_link: true }))
      await made(
        company.call('POST', `/v1/invoices/${invoice.id}/send`, { to: `no-${to}`, payment_link: false }),
      )
      await world.settle()
      for (const address of [to, `no-${to}`]) {
        const [mail] = await mailTo(world, address)
        expect(mail?.subject).toContain(sentence)
        expect(mail?.text).toContain(`${name} ${number}`)
      }
    }

    const token = await world.card(company)
    const body = {
      ...submission({ amount: Number(invoice.open), token }),
      email: `paid-${typeCode}@example.test`,
    }
    const { payment } = await made(payer('POST', `${url}/payments?lang=fr`, body))
    await world.settle()
    const [receipt] = await mailTo(world, `paid-${typeCode}@example.test`)
    expect(receipt?.text.replaceAll(/\s+/g, ' ')).toContain(`${french} ${number}`)
    if (!hasPoppler) return
    const pdf = await fetch(`${url}/receipts/${payment}.pdf?lang=en`)
    expect(await textOf(new Uint8Array(await pdf.arrayBuffer()))).toContain(`${english} ${number}`)
  },
)

it('a link to several invoices names those that are of another kind', async () => {
  const { company } = world
  const imported = async (typeCode: string) =>
    made(
      company.call(
        'POST',
        '/v1/invoices/import?confirm_seller=true',
        utf8(sampleUbl({ typeCode, number: `<cbc:ID>S-${typeCode}</cbc:ID>`, currency: 'USD' })),
        { 'content-type': 'application/xml' },
      ),
    )
  const { url } = await linkTo(company, (await imported('384')).id, (await imported('380')).id)
  const page = (await payer('GET', `${url}?lang=fr`)).text
  expect(page).toContain('<b>Facture rectificative S-384</b>')
  expect(page).toContain('<b>S-380</b>')
})
