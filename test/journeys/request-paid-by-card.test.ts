import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithSharedData, sharedBytes } from '../support/shared-data.ts'
import { payer, startWorld, type World } from '../support/world.ts'

/** The product's main job, told once from end to end (design §2). */
describeWithSharedData('A real e-invoice becomes a paid, receipted and proven payment', 'einvoice', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  it('R-077 R-078 R-099 R-104 R-167 R-169 is imported, sent, declined once, authenticated, paid, receipted, half refunded and proven', async () => {
    const { company } = world
    const xml = sharedBytes('einvoice/xrechnung/give/01.01a-INVOICE_ubl.xml') as Uint8Array
    const imported = await company.call('POST', '/v1/invoices/import?confirm_seller=true', xml, {
      'content-type': 'application/xml',
    })
    expect(imported).toMatchObject({
      status: 201,
      body: { number: '123456XX', currency: 'eur', open: 33690, status: 'open' },
    })

    const asked = await company.call('POST', '/v1/payment_requests', {
      kind: 'invoice',
      invoices: [imported.body.id],
    })
    expect(asked).toMatchObject({ status: 201, body: { status: 'draft', total: 33690 } })
    const sent = await company.call('POST', `/v1/payment_requests/${asked.body.id}/send`, {
      email: 'payer@example.test',
      name: 'Café Lune',
    })
    expect(sent).toMatchObject({ status: 200, body: { status: 'sent' } })
    const [link] = sent.body.links as { url: string }[]
    const url = link?.url ?? ''
    await world.settle()

    const mail = await newestTo(world, 'payer@example.test')
    expect(mail.subject).toBe('Invoice 123456XX from Rosa Blooms')
    expect(mail.text).toContain(url)
    expect(mail.attachments).toMatchObject([{ filename: '123456XX.pdf', content_type: 'application/pdf' }])

    const page = await payer('GET', url, undefined, { 'accept-language': 'fr-FR' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('336,90')
    expect(page.headers.get('cache-control')).toBe('no-store')

    const pay = async (card: string, key: string) =>
      payer('POST', `${url}/payments?lang=fr`, {
        submit_key: key,
        confirmation_token: await world.card(company, card),
        amount: 33690,
        currency: 'EUR',
        name: 'Léa Dubois',
        email: 'lea@example.test',
      })
    const declined = await pay('4000000000009995', 'first-try-0001')
    expect(declined).toMatchObject({ status: 200, body: { state: 'declined' } })
    expect(declined.body.message).toContain('Rien n’a été débité')

    const challenged = await pay('4000002760003184', 'second-try-0002')
    expect(challenged.body.state).toBe('requires_action')
    const intent = String(challenged.body.client_secret).split('_secret')[0]
    await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, {
      outcome: 'complete',
      account: company.account,
    })
    const paid = await payer('POST', `${url}/payments/${challenged.body.payment}/refresh?lang=fr`)
    expect(paid.body.state).toBe('succeeded')
    await world.settle()

    expect((await company.call('GET', `/v1/invoices/${imported.body.id}`)).body).toMatchObject({
      status: 'paid',
      open: 0,
      settled: 33690,
    })
    expect((await company.call('GET', `/v1/payment_requests/${asked.body.id}`)).body).toMatchObject({
      status: 'paid',
    })
    expect((await newestTo(world, 'lea@example.test')).subject).toContain('336,90')
    const again = await payer('GET', url, undefined, { 'accept-language': 'fr' })
    const receiptPath = /\/p\/[^"]+\/receipts\/pay_[0-9a-z]+\.pdf/.exec(again.text)?.[0]
    const receipt = await payer('GET', `${world.url}${receiptPath}`)
    expect(receipt.headers.get('content-type')).toBe('application/pdf')
    expect(receipt.text.startsWith('%PDF-')).toBe(true)

    const refund = await company.call(
      'POST',
      '/v1/refunds',
      { payment: paid.body.payment, amount: 16845 },
      { 'idempotency-key': 'half' },
    )
    expect(refund).toMatchObject({ status: 201, body: { state: 'succeeded', treatment: 'reopen_invoice' } })
    await world.settle()
    expect((await company.call('GET', `/v1/invoices/${imported.body.id}`)).body).toMatchObject({
      open: 16845,
      refunded: 16845,
      status: 'partially_paid',
    })

    expect(await world.verify()).toMatchObject([{ compared: 2, differences: [] }])
  })
})

interface Mail {
  subject: string
  text: string
  attachments: { filename: string; content_type: string }[]
}

async function newestTo(world: World, address: string): Promise<Mail> {
  const { data } = await world.play<{ data: Mail[] }>(
    'GET',
    `/mailbox/messages?to=${encodeURIComponent(address)}`,
  )
  const [newest] = data
  if (newest === undefined) throw new Error(`No mail came to ${address}.`)
  return newest
}
