import type { Subjects } from './forms.ts'
import { made, newCustomer, newInvoice, pay, quickLink } from './story.ts'
import type { World } from './world.ts'

/** Makes what the forms work on, but for the password of whoever fills them in. */
export async function makeSubjects(world: World): Promise<Subjects> {
  const { company } = world
  const customer = await newCustomer(company, { email: 'cafe@lune.test' })
  const invoices = []
  for (const price of ['10', '20', '30', '40'])
    invoices.push(await newInvoice(company, price, { customer: customer.id }))
  for (const name of ['Atelier Nord', 'Atelier Sud']) {
    const { id } = await newCustomer(company, { name, email: 'atelier@buyer.test' })
    invoices.push(await newInvoice(company, '50', { customer: id }))
  }
  const requests = []
  for (const reference of ['To remind of', 'To void']) {
    const { request } = await quickLink(company, 1500, { reference, email: 'payer@lune.test' })
    await made(company.call('POST', `/v1/payment_requests/${request}/send`, {}))
    requests.push(request)
  }
  const paid = await quickLink(company, 2000, { reference: 'Paid before' })
  await pay(world, company, paid.url, { amount: 2000 })
  const template = await made(
    company.call('POST', '/v1/templates', {
      kind: 'reply',
      language: 'en',
      name: 'Kept',
      body: 'Hello.',
    }),
  )
  return {
    customer: String(customer.id),
    invoices: invoices.map(({ id, number }) => ({ id: String(id), number: String(number) })),
    requests,
    paidRequest: paid.request,
    template: String(template.id),
    password: '',
  }
}
