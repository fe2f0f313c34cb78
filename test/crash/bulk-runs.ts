import { expect } from 'vitest'
import { payer, type World } from '../support/world.ts'
import { must } from './stage.ts'

/** Three customers who owe something, and the key under which they are sent their links. */
export interface BulkRun {
  key: string
  emails: string[]
  invoices: string[]
}

export async function newBulkRun({ company }: World, nth: number): Promise<BulkRun> {
  const run: BulkRun = { key: `bulk-${nth}`, emails: [], invoices: [] }
  for (const name of ['ann', 'ben', 'cleo']) {
    const email = `${name}-${nth}@bulk.test`
    const customer = await must(company.call('POST', '/v1/customers', { name, email }))
    const lines = [{ description: 'Roses', quantity: '1', unit_price: '20.00' }]
    const order = { customer: customer.id, currency: 'usd', lines }
    run.emails.push(email)
    run.invoices.push(String((await must(company.call('POST', '/v1/invoices', order))).id))
  }
  return run
}

export function startBulkRun({ company, url }: World, { key, invoices }: BulkRun): Promise<unknown> {
  return must(
    payer(
      'POST',
      `${url}/v1/bulk_sends`,
      { kind: 'payment_links', invoices },
      { authorization: `Bearer ${company.key}`, 'idempotency-key': key },
    ),
  )
}

/** One request for each invoice, and one message to each address: one that was cut off comes again as what it was. */
export async function expectSentOnce(world: World, { emails, invoices }: BulkRun): Promise<void> {
  for (const invoice of invoices) {
    const asked = await must(world.company.call('GET', `/v1/payment_requests?invoice=${invoice}`))
    expect(asked.data).toMatchObject([{ status: 'sent' }])
  }
  for (const email of emails) {
    const { data } = await world.play<{ data: { message_id: string }[] }>(
      'GET',
      `/mailbox/messages?to=${encodeURIComponent(email)}`,
    )
    expect(new Set(data.map((mail) => mail.message_id)).size, email).toBe(1)
  }
}
