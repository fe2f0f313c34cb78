import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { linkTo, made, newCustomer, newInvoice, pay } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

/** What a page says of an amount that moved, or that a credit settled: open in a browser, at submit, and loaded anew. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const statusOf = async (url: string, shown: number) =>
  (await payer('GET', `${url}/status?lang=en&shown=${shown}`)).body
const creditNote = (invoice: unknown, price: string) =>
  made(
    world.company.call('POST', '/v1/credit_notes', {
      invoice,
      lines: [{ description: 'Wilted', quantity: '1', unit_price: price }],
      reason: 'Wilted',
    }),
  )
const edit = (invoice: unknown, price: string) =>
  made(
    world.company.call('PATCH', `/v1/invoices/${invoice}`, {
      revision: 1,
      lines: [{ description: 'Roses', quantity: '1', unit_price: price }],
    }),
  )
/** What a page reads, markup apart. */
const pageOf = async (url: string, lang = 'en') =>
  (await payer('GET', `${url}?lang=${lang}`)).text
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** The open page and a submit that comes too late are told the same, and nothing is charged. */
async function tellsBoth(url: string, shown: number, sentence: string): Promise<void> {
  expect(await statusOf(url, shown)).toMatchObject({ message: sentence })
  const refused = await pay(world, world.company, url, { amount: shown })
  expect(refused).toMatchObject({ status: 409, body: { code: 'amount_changed' } })
  expect(refused.body.message).toMatch(/Nothing was charged\./)
}

it('R-101 the voiding of one of several invoices is named, live, at submit and when the page is opened', async () => {
  const { company } = world
  const { id: customer } = await newCustomer(company)
  const first = await newInvoice(company, '40.00', { customer })
  const second = await newInvoice(company, '100.00', { customer })
  const { url } = await linkTo(company, first.id, second.id)
  await made(company.call('POST', `/v1/invoices/${second.id}/void`))
  const sentence = `The amount is now $40.00: invoice ${second.number} was canceled.`
  await tellsBoth(url, 14_000, sentence)
  expect(await pageOf(url)).toContain(`${sentence} It was $140.00 when this was sent.`)
  expect(await pageOf(url, 'fr')).toContain(`la facture ${second.number} a été annulée`)
})

it('R-101 a credit, its being taken back, an edit and another payment are each named, live and at submit alike', async () => {
  const { company } = world
  const { id: customer } = await newCustomer(company)
  const first = await newInvoice(company, '1240.50', { customer })
  const second = await newInvoice(company, '100.00', { customer })
  const { url } = await linkTo(company, first.id, second.id)
  expect(await statusOf(url, 134_050)).toEqual({
    state: 'payable',
    amount: 134_050,
    display: '$1,340.50',
    methods: 'card wallet',
  })

  const note = await creditNote(first.id, '50.00')
  const credited = 'The amount is now $1,290.50: a $50.00 credit was applied.'
  await tellsBoth(url, 134_050, credited)
  expect(await pageOf(url)).toContain(`${credited} It was $1,340.50 when this was sent.`)

  const { applications } = (await company.call('GET', `/v1/credits/${note.credit}`)).body
  const [application] = applications as { id: string }[]
  await made(company.call('POST', `/v1/applications/${application?.id}/reverse`, {}))
  await tellsBoth(url, 129_050, 'The amount is now $1,340.50: a $50.00 credit was taken back.')
  expect(await statusOf(url, 134_050)).not.toHaveProperty('message')

  await edit(second.id, '80.00')
  await tellsBoth(url, 134_050, `The amount is now $1,320.50: invoice ${second.number} was changed.`)

  const alone = await linkTo(company, second.id)
  await made(pay(world, company, alone.url, { amount: 8_000 }))
  await tellsBoth(url, 132_050, 'The amount is now $1,240.50: an $80.00 payment was received.')
  await tellsBoth(
    url,
    134_050,
    `The amount is now $1,240.50: invoice ${second.number} was changed and an $80.00 payment was received.`,
  )
  expect(await statusOf(url, 777)).toMatchObject({ message: 'The amount is now $1,240.50.' })
  expect(await payer('GET', `${url}/status?shown=abc`)).not.toHaveProperty('body.message')
  await made(pay(world, company, url, { amount: 124_050 }))
  await world.settle()
  await world.prove()
})

it('R-101 a page that a credit settled says so, what was paid beside it, and offers no receipt but its own', async () => {
  const { company } = world
  const { id: customer } = await newCustomer(company)
  const wholly = await newInvoice(company, '40.00', { customer })
  const link = await linkTo(company, wholly.id)
  await creditNote(wholly.id, '40.00')
  const page = await pageOf(link.url)
  expect(page).toContain('This invoice is settled by credit. $40.00 was settled by credit. Nothing is owed')
  expect(page).not.toMatch(/already paid|receipt/)
  expect(await pageOf(link.url, 'fr')).toContain('Cette facture est réglée par un crédit.')

  const partly = await newInvoice(company, '100.00', { customer })
  const combined = await linkTo(company, partly.id, (await newInvoice(company, '5.00', { customer })).id)
  await creditNote(partly.id, '30.00')
  const alone = await linkTo(company, partly.id)
  await made(pay(world, company, alone.url, { amount: 7_000 }))
  expect(await pageOf(alone.url)).toContain('Paid. Thank you. $30.00 was settled by credit.')
  expect(await pageOf(combined.url)).toContain('The amount is now $5.00: a $30.00 credit was applied and a')
  await creditNote((await linkedSecond(combined.request)) as string, '5.00')
  expect(await pageOf(combined.url)).toContain(
    'These invoices are already settled. $70.00 was paid, and $35.00 was settled by credit. Nothing is owed',
  )
  await world.settle()
  await world.prove()
})

async function linkedSecond(request: string): Promise<unknown> {
  const asked = (await world.company.call('GET', `/v1/payment_requests/${request}`)).body
  return (asked.invoices as unknown[])?.[1]
}
