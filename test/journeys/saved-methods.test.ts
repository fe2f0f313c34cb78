import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { SAVING_VERSION } from '../../server/src/requests/index.ts'
import { signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  bankToken,
  chargesOf,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  processorOf,
  quickLink,
  submission,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-053 R-057 R-074: what a customer lets the company keep, and charging it. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

interface Method {
  id: string
  state: string
  default: boolean
  reason: string | null
  type: string
  card: { brand: string; last4: string; exp_month: number; exp_year: number } | null
  bank: { last4: string } | null
  consent: { text: string; name: string | null } | null
}

const DAY = 24 * 3600
const methodsOf = async (customer: unknown, tenant = company) =>
  (await made(tenant.call('GET', `/v1/customers/${customer}/payment_methods`))).data as Method[]
const openOf = async (invoice: unknown) => (await made(company.call('GET', `/v1/invoices/${invoice}`))).open
const priorities = async () =>
  (await made(company.call('GET', '/v1/priorities?status=open'))).data as Record<string, unknown>[]
const eventsOf = async (id: string) =>
  ((await made(company.call('GET', '/v1/events?limit=100'))).data as { type: string; subject: string }[])
    .filter(({ subject }) => subject === id)
    .map(({ type }) => type)
    .reverse()
const charge = (
  method: string,
  body: Record<string, unknown>,
  { key = randomUUID(), by = company }: { key?: string; by?: Pick<Tenant, 'call'> } = {},
): Promise<Answer> =>
  by.call('POST', `/v1/payment_methods/${method}/charge`, body, { 'idempotency-key': key })

/** A payer pays with the box ticked. */
async function savedBy(
  customer: unknown,
  paying: {
    card?: string
    bank?: { number?: string }
    amount?: number
    save?: string
    exp?: [number, number]
  } = {},
): Promise<Answer> {
  const amount = paying.amount ?? 1_000
  const { url } = await quickLink(company, amount, { customer })
  const token = paying.bank
    ? await bankToken(world, company, paying.bank)
    : await cardToken(paying.card ?? '4242424242424242', paying.exp ?? [12, 2034])
  const body = submission({ amount, token, ...(paying.bank && { bank: paying.bank }) })
  return payer('POST', `${url}/payments`, { ...body, save: paying.save ?? SAVING_VERSION })
}

async function cardToken(number: string, [exp_month, exp_year]: [number, number]): Promise<string> {
  const { id } = await world.play<{ id: string }>('POST', '/sandbox/confirmation_tokens', {
    account: company.account,
    number,
    exp_month,
    exp_year,
    cvc: number.startsWith('37') ? '1234' : '123',
  })
  return id
}

/** A customer with one saved card (or more, in order). */
async function customerWith(...cards: string[]): Promise<{ customer: string; methods: Method[] }> {
  const customer = String((await newCustomer(company, { email: 'ada@lune.test' })).id)
  for (const card of cards) expect((await savedBy(customer, { card })).body.state).toBe('succeeded')
  return { customer, methods: await methodsOf(customer) }
}

async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
}

it('R-057 a card is kept when its payer ticks the box and pays, with what was agreed to word for word', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  expect(methods).toMatchObject([
    {
      state: 'active',
      default: true,
      type: 'card',
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 },
      consent: { text: expect.stringMatching(/^Save this card\. Rosa Blooms may charge it/) },
    },
  ])
  const [consent] = await owned<Record<string, unknown>>(
    world,
    'select * from payments.method_consents order by accepted_at desc limit 1',
  )
  expect(consent).toMatchObject({ subject_type: 'payment', version: SAVING_VERSION, locale: 'en-US' })
  expect(String(consent?.address)).toMatch(/127\.0\.0\.1|::1/)
  await world.settle()
  expect(await eventsOf(methods[0]?.id ?? '')).toEqual(['payment_method.saved'])
  // At the processor it is one customer's, made once.
  await savedBy(customer, { card: '5555555555554444' })
  const kept = await owned<{ reference: string }>(
    world,
    `select reference from payments.processor_customers p join customers.customers c on c.id = p.customer_id
     where c.id::text = (select customer_id::text from payments.payment_methods order by id desc limit 1)`,
  )
  expect(kept).toHaveLength(1)
  const listed = await processorOf(world).customers.listPaymentMethods(
    kept[0]?.reference ?? '',
    {},
    { stripeAccount: company.account },
  )
  expect(listed.data).toHaveLength(2)
  // The first one stays what is charged unless another is named.
  expect((await methodsOf(customer)).map((method) => [method.card?.last4, method.default])).toEqual([
    ['4242', true],
    ['4444', false],
  ])
  await agreed()
})

it('nothing is kept of who does not tick the box, of a declined card, and of a payer who is nobody’s customer', async () => {
  const customer = String((await newCustomer(company)).id)
  const { url } = await quickLink(company, 700, { customer })
  const token = await world.card(company)
  expect((await payer('POST', `${url}/payments`, submission({ amount: 700, token }))).body.state).toBe(
    'succeeded',
  )
  expect((await savedBy(customer, { card: '4000000000000002' })).body.state).toBe('declined')
  expect(await methodsOf(customer)).toEqual([])
  const anonymous = await savedBy(undefined)
  expect(anonymous.body.state).toBe('succeeded')
  // Another text was agreed to than is shown now: nothing is charged.
  const old = await savedBy(customer, { save: '2020-01-01' })
  expect(old.body).toMatchObject({ code: 'consent_outdated' })
  expect(await methodsOf(customer)).toEqual([])
})

it('what pays is charged all the same where the processor makes no customer', async () => {
  const customer = String((await newCustomer(company)).id)
  await world.play('POST', '/sandbox/faults', {
    on: 'request',
    do: 'error_500',
    path: '/v1/customers',
    method: 'POST',
    times: 2,
  })
  expect((await savedBy(customer)).body.state).toBe('succeeded')
  await world.play('DELETE', '/sandbox/faults')
  expect(await methodsOf(customer)).toEqual([])
  await agreed()
})

it('R-053 R-074 a saved card is charged for an invoice, once for a key, with its receipt and books', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  const invoice = await newInvoice(company, '80.00', { customer })
  const id = methods[0]?.id ?? ''
  const key = randomUUID()
  const paid = await charge(id, { invoices: [invoice.id], amount: 8_000 }, { key })
  expect(paid.status).toBe(201)
  expect(paid.body).toMatchObject({
    state: 'succeeded',
    amount: 8_000,
    card: { last4: '4242' },
    method: 'card',
  })
  expect((await charge(id, { invoices: [invoice.id], amount: 8_000 }, { key })).body).toEqual(paid.body)
  expect(await openOf(invoice.id)).toBe(0)
  const again = await charge(id, { invoices: [invoice.id], amount: 8_000 })
  expect(again.status).toBe(409)
  // Under a request that asks for it already, and by a person.
  const other = await newInvoice(company, '20.00', { customer })
  const { request } = await linkTo(company, other.id)
  const cora = await signedIn(world, company, 'cashier')
  const byCora = await charge(id, { payment_request: request, amount: 2_000 }, { by: cora })
  expect(byCora.body).toMatchObject({ state: 'succeeded', payment_request: request })
  expect((await made(company.call('GET', `/v1/payment_requests/${request}`))).status).toBe('paid')
  await agreed()
})

it('two clerks at once charge once', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  const id = methods[0]?.id ?? ''
  const invoice = await newInvoice(company, '55.00', { customer })
  const before = (await chargesOf(world, company)).length
  const answers = await atOnce(4, () => charge(id, { invoices: [invoice.id], amount: 5_500 }))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expect((await chargesOf(world, company)).length).toBe(before + 1)
  await agreed()
})

it('what is owed is charged and nothing else: another amount, another customer’s debt and a voided request are refused', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  const id = methods[0]?.id ?? ''
  const invoice = await newInvoice(company, '30.00', { customer })
  const stale = await charge(id, { invoices: [invoice.id], amount: 9_999 })
  expect(stale.body).toMatchObject({ code: 'amount_changed', amount: 3_000 })
  const foreign = await newInvoice(company, '30.00')
  expect((await charge(id, { invoices: [foreign.id], amount: 3_000 })).body.code).toBe('items_do_not_fit')
  const { request } = await linkTo(company, invoice.id)
  await made(company.call('POST', `/v1/payment_requests/${request}/void`))
  expect((await charge(id, { payment_request: request, amount: 3_000 })).body.code).toBe('request_is_voided')
  expect((await charge(id, { amount: 3_000 })).status).toBe(400)
  const theirs = await world.newCompany({ name: 'Other Roses' })
  expect((await charge(id, { invoices: [invoice.id], amount: 3_000 }, { by: theirs })).status).toBe(404)
  expect(await openOf(invoice.id)).toBe(3_000)
})

it('a bank that wants to ask its customer declines: it is a priority, and the link may be sent', async () => {
  const customer = String((await newCustomer(company)).id)
  const asked = await savedBy(customer, { card: '4000002760003184' })
  expect(asked.body.state).toBe('requires_action')
  const [attempt] = await owned<{ reference: string }>(
    world,
    'select processor_reference reference from payments.payments order by id desc limit 1',
  )
  await world.play('POST', `/sandbox/payment_intents/${attempt?.reference}/authenticate`, {
    outcome: 'complete',
  })
  await world.settle()
  const [method] = await methodsOf(customer)
  expect(method).toMatchObject({ state: 'active', card: { last4: '3184' } })
  const { request } = await quickLink(company, 4_000, { customer })
  const refused = await charge(method?.id ?? '', { payment_request: request, amount: 4_000 })
  expect(refused.body).toMatchObject({ state: 'failed', decline_code: 'authentication_required' })
  await world.settle()
  expect(await priorities()).toContainEqual(
    expect.objectContaining({
      kind: 'payment_failed',
      payment_request: request,
      reason: 'authentication_required',
    }),
  )
  // Nothing is held: the link is payable, and the method stays.
  expect((await made(company.call('GET', `/v1/payment_requests/${request}`))).open).toBe(4_000)
  expect((await methodsOf(customer))[0]?.state).toBe('active')
  await agreed()
})

it('one that asks only until it is saved is charged without asking', async () => {
  const customer = String((await newCustomer(company)).id)
  await savedBy(customer, { card: '4000002500003155' })
  const [attempt] = await owned<{ reference: string }>(
    world,
    'select processor_reference reference from payments.payments order by id desc limit 1',
  )
  await world.play('POST', `/sandbox/payment_intents/${attempt?.reference}/authenticate`, {
    outcome: 'complete',
  })
  await world.settle()
  const [method] = await methodsOf(customer)
  const { request } = await quickLink(company, 900, { customer })
  expect((await charge(method?.id ?? '', { payment_request: request, amount: 900 })).body.state).toBe(
    'succeeded',
  )
})

it('an answer that is lost is found out, and nothing is charged twice', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  const { request } = await quickLink(company, 1_500, { customer })
  const before = (await chargesOf(world, company)).length
  await world.play('POST', '/sandbox/faults', {
    on: 'request',
    do: 'drop_after',
    path: '/v1/payment_intents',
    method: 'POST',
    times: 2,
  })
  const unsure = await charge(methods[0]?.id ?? '', { payment_request: request, amount: 1_500 })
  await world.play('DELETE', '/sandbox/faults')
  expect(['unknown', 'succeeded']).toContain(unsure.body.state)
  await advance(world, 120)
  expect((await made(company.call('GET', `/v1/payments/${unsure.body.id}`))).state).toBe('succeeded')
  expect((await chargesOf(world, company)).length).toBe(before + 1)
  await agreed()
})

it('removed is removed: the processor forgets it, the default passes on, and it is never charged again', async () => {
  const { customer, methods } = await customerWith('4242424242424242', '5555555555554444')
  const [first, second] = methods
  const removed = await made(company.call('DELETE', `/v1/payment_methods/${first?.id}`))
  expect(removed).toMatchObject({ state: 'removed', default: false })
  expect((await company.call('DELETE', `/v1/payment_methods/${first?.id}`)).body.state).toBe('removed')
  expect(await methodsOf(customer)).toMatchObject([{ id: second?.id, default: true }])
  await world.settle()
  const [row] = await owned<{ reference: string }>(
    world,
    `select processor_reference reference from payments.payment_methods where state = 'removed' order by removed_at desc limit 1`,
  )
  const atProcessor = await processorOf(world).paymentMethods.retrieve(
    row?.reference ?? '',
    {},
    { stripeAccount: company.account },
  )
  expect(atProcessor.customer).toBeNull()
  const { request } = await quickLink(company, 800, { customer })
  const refused = await charge(first?.id ?? '', { payment_request: request, amount: 800 })
  expect(refused.body).toMatchObject({ code: 'method_not_chargeable', state: 'removed' })
  // Raced: whichever comes first, what was removed before it was charged is not charged.
  const [one] = await Promise.all([
    charge(second?.id ?? '', { payment_request: request, amount: 800 }),
    company.call('DELETE', `/v1/payment_methods/${second?.id}`),
  ])
  await agreed()
  const open = (await made(company.call('GET', `/v1/payment_requests/${request}`))).open
  expect(one.body.state === 'succeeded' ? 0 : 800).toBe(open)
  expect(await methodsOf(customer)).toEqual([])
})

it('of several at once one is made the default', async () => {
  const { customer, methods } = await customerWith('4242424242424242', '5555555555554444', '378282246310005')
  await atOnce(6, (at) =>
    made(company.call('POST', `/v1/payment_methods/${methods[at % 3]?.id}/make_default`)),
  )
  expect((await methodsOf(customer)).filter((method) => method.default)).toHaveLength(1)
})

it('the same card kept again takes the place of the older one', async () => {
  const { customer, methods } = await customerWith('4242424242424242', '4242424242424242')
  expect(methods).toHaveLength(1)
  expect(methods[0]?.default).toBe(true)
  const rows = await owned<{ state: string; reason: string | null }>(
    world,
    `select m.state, m.reason from payments.payment_methods m where m.customer_id =
      (select customer_id from payments.payment_methods order by id desc limit 1) order by id`,
  )
  expect(rows).toEqual([
    { state: 'removed', reason: 'replaced' },
    { state: 'active', reason: null },
  ])
  expect(customer).toBeTruthy()
})

it('news of the processor, in any order: another card in its place, and one that is taken away there', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  const [row] = await owned<{ reference: string }>(
    world,
    'select processor_reference reference from payments.payment_methods order by id desc limit 1',
  )
  const renewed = { exp_month: 3, exp_year: 2037, last4: '1881' }
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'duplicate',
    type: 'payment_method.automatically_updated',
  })
  await world.play('POST', `/sandbox/payment_methods/${row?.reference}/renew`, renewed)
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([{ state: 'active', card: renewed }])
  expect(await eventsOf(methods[0]?.id ?? '')).toEqual(['payment_method.saved', 'payment_method.updated'])
  const at = { stripeAccount: company.account }
  await processorOf(world).paymentMethods.detach(row?.reference ?? '', {}, at)
  await world.settle()
  expect(await methodsOf(customer)).toEqual([])
  expect((await company.call('GET', `/v1/payment_methods/${methods[0]?.id}`)).body).toMatchObject({
    state: 'removed',
    reason: 'detached',
  })
})

it('R-045 a bank account is kept with its mandate, debited, and given up when its bank says so', async () => {
  const customer = String((await newCustomer(company)).id)
  expect((await savedBy(customer, { bank: {} })).body.state).toBe('processing')
  const [method] = await methodsOf(customer)
  expect(method).toMatchObject({
    type: 'ach',
    bank: { last4: '6789' },
    consent: { text: expect.stringContaining('I authorize Rosa Blooms to debit it'), name: 'Ada Payer' },
  })
  const { request } = await quickLink(company, 6_000, { customer })
  const debit = await charge(method?.id ?? '', { payment_request: request, amount: 6_000 })
  expect(debit.body).toMatchObject({ state: 'processing', method: 'ach', bank: { last4: '6789' } })
  await advance(world, 5 * DAY)
  expect((await made(company.call('GET', `/v1/payments/${debit.body.id}`))).state).toBe('succeeded')
  // Another customer's account does not let itself be debited.
  const wary = String((await newCustomer(company)).id)
  await savedBy(wary, { bank: { number: '000333333335' } })
  const [theirs] = await methodsOf(wary)
  expect(theirs?.state).toBe('active')
  await advance(world, 5 * DAY)
  expect(await methodsOf(wary)).toMatchObject([{ state: 'invalid', reason: 'R10', default: false }])
  expect(await priorities()).toContainEqual(
    expect.objectContaining({ kind: 'method_invalid', customer: wary, reason: 'R10' }),
  )
  const asked = await quickLink(company, 500, { customer: wary })
  const refused = await charge(theirs?.id ?? '', { payment_request: asked.request, amount: 500 })
  expect(refused.body).toMatchObject({ code: 'method_not_chargeable', state: 'invalid' })
  await made(company.call('DELETE', `/v1/payment_methods/${theirs?.id}`))
  await world.settle()
  expect(await priorities()).not.toContainEqual(expect.objectContaining({ kind: 'method_invalid' }))
  await agreed()
})

/** A customer whose card expires in so many months. */
async function expiringIn(months: number, customer: Record<string, unknown>) {
  const { id } = await newCustomer(company, customer)
  const { now: seconds } = await world.play<{ now: number }>('GET', '/sandbox/clock')
  const now = new Date(seconds * 1000)
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  const exp: [number, number] = [expires.getUTCMonth() + 1, expires.getUTCFullYear()]
  await savedBy(id, { exp })
  const [method] = await methodsOf(id)
  const month = (locale: string) =>
    expires.toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return { customer: String(id), exp, method, month }
}

/** Its bank sends its owner another. */
async function renew(id: unknown, [exp_month, exp_year]: [number, number], last4?: string): Promise<void> {
  await world.play('POST', `/sandbox/payment_methods/${await referenceOf(id)}/renew`, {
    exp_month,
    exp_year,
    last4,
  })
}

async function referenceOf(id: unknown): Promise<string | undefined> {
  const [row] = await owned<{ reference: string }>(
    world,
    'select processor_reference reference from payments.payment_methods where id = $1',
    [fromWireId('pm', String(id))],
  )
  return row?.reference
}

it('staff are told a month before a card expires, and once it has it is not charged; renewed, it is again', async () => {
  const { customer, exp, method } = await expiringIn(2, { email: 'first@lune.test' })
  const expiring = async () => (await priorities()).filter(({ kind }) => kind === 'method_expiring')
  await world.settle()
  expect(await expiring()).toEqual([])
  await advance(world, 32 * DAY)
  expect(await eventually(expiring, (found) => found.length > 0)).toMatchObject([
    { customer, detail: { last4: '4242', exp_month: exp[0] } },
  ])
  // Their customer is told by mail only where the company wants that, once, and never of what was removed.
  expect(await mailTo(world, 'first@lune.test')).toEqual([])
  await made(company.call('PATCH', '/v1/settings', { 'saved_methods.tell_expiry': true }))
  const told = await expiringIn(3, { email: 'second@lune.test', language: 'fr' })
  const gone = await expiringIn(3, { email: 'third@lune.test' })
  await made(company.call('DELETE', `/v1/payment_methods/${gone.method?.id}`))
  const inEnglish = await expiringIn(3, { email: 'fourth@lune.test' })
  await advance(world, 62 * DAY)
  const [mail] = await eventually(
    () => mailTo(world, 'second@lune.test'),
    (found) => found.length > 0,
  )
  expect(mail?.subject).toBe(`Votre carte se terminant par 4242 expire fin ${told.month('fr-CA')}`)
  expect(mail?.text).toContain('Visa ···· 4242')
  expect(mail?.text).toContain('N’envoyez jamais un numéro de carte par courriel')
  await world.settle()
  // Its number changes, and not its month: staff are told again, and its owner is not.
  await renew(told.method?.id, told.exp, '1881')
  const events = await eventually(
    () => eventsOf(String(told.method?.id)),
    (found) => found.length >= 4,
  )
  expect(events).toEqual([
    'payment_method.saved',
    'payment_method.expiring',
    'payment_method.updated',
    'payment_method.expiring',
  ])
  await world.settle()
  expect(await mailTo(world, 'second@lune.test')).toHaveLength(1)
  expect(await mailTo(world, 'third@lune.test')).toEqual([])
  expect((await mailTo(world, 'fourth@lune.test')).map(({ subject }) => subject)).toEqual([
    `Your card ending in 4242 expires at the end of ${inEnglish.month('en-US')}`,
  ])
  for (const { method } of [told, inEnglish]) await renew(method?.id, [5, 2040])
  expect(
    await eventually(
      () => methodsOf(customer),
      ([found]) => found?.state === 'expired',
    ),
  ).toMatchObject([{ state: 'expired', default: false }])
  const { request } = await quickLink(company, 600, { customer })
  const refused = await charge(method?.id ?? '', { payment_request: request, amount: 600 })
  expect(refused.body).toMatchObject({ code: 'method_not_chargeable', state: 'expired' })
  await renew(method?.id, [5, 2040])
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([{ state: 'active', card: { exp_year: 2040 } }])
  expect(await eventually(expiring, (found) => found.length === 0)).toEqual([])
  expect((await charge(method?.id ?? '', { payment_request: request, amount: 600 })).body.state).toBe(
    'succeeded',
  )
  expect(await eventsOf(method?.id ?? '')).toEqual([
    'payment_method.saved',
    'payment_method.expiring',
    'payment_method.expired',
    'payment_method.updated',
  ])
})

/** Its bank, from now on, when it is charged. */
async function banksOn(id: unknown, behaviour: string): Promise<void> {
  await world.play('POST', `/sandbox/payment_methods/${await referenceOf(id)}/behaviour`, { behaviour })
}

it('M2 a card that its bank declines for good has expired or is invalid: what expired comes back, what is invalid is only removed', async () => {
  const { customer, methods } = await customerWith('4242424242424242', '5555555555554444')
  const [early, lost] = [String(methods[0]?.id), String(methods[1]?.id)]
  const stateOf = async (id: string) => (await made(company.call('GET', `/v1/payment_methods/${id}`))).state
  const tryOn = async (id: string) => {
    const { request } = await quickLink(company, 700, { customer })
    return (await charge(id, { payment_request: request, amount: 700 })).body
  }
  await banksOn(early, 'expired_card')
  expect(await tryOn(early)).toMatchObject({ state: 'failed', decline_code: 'expired_card' })
  expect(await methodsOf(customer)).toMatchObject([
    { id: lost, default: true },
    { id: early, state: 'expired', default: false },
  ])
  expect(await tryOn(early)).toMatchObject({ code: 'method_not_chargeable', state: 'expired' })
  await renew(early, [5, 2040])
  await world.settle()
  await banksOn(early, 'succeeds')
  expect(await tryOn(early)).toMatchObject({ state: 'succeeded' })
  await banksOn(lost, 'lost_card')
  expect(await tryOn(lost)).toMatchObject({ state: 'failed', decline_code: 'lost_card' })
  await renew(lost, [5, 2040])
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([
    { id: early, state: 'active', default: true },
    { id: lost, state: 'invalid', reason: 'lost_card', default: false },
  ])
  expect(await priorities()).toContainEqual(
    expect.objectContaining({ kind: 'method_invalid', customer, reason: 'lost_card' }),
  )
  // Two charges are under way: of one its bank says that the card has expired, of the other, later, that it is lost.
  await banksOn(early, 'lost_card')
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', type: '*', times: 50 })
  const gone = { on: 'request', do: 'drop_after', path: '/v1/payment_intents', method: 'POST', times: 2 }
  await world.play('POST', '/sandbox/faults', gone)
  expect(await tryOn(early)).toMatchObject({ state: 'unknown' })
  await banksOn(early, 'expired_card')
  expect(await tryOn(early)).toMatchObject({ decline_code: 'expired_card' })
  await world.play('DELETE', '/sandbox/faults')
  expect(await stateOf(early)).toBe('expired')
  await advance(world, 120)
  expect(
    await eventually(
      () => stateOf(early),
      (state) => state === 'invalid',
    ),
  ).toBe('invalid')
  for (const id of [early, lost]) {
    expect(await made(company.call('DELETE', `/v1/payment_methods/${id}`))).toMatchObject({
      state: 'removed',
    })
    // What its bank says of it afterwards changes nothing.
    await renew(id, [6, 2041])
  }
  await world.settle()
  expect([await stateOf(early), await stateOf(lost)]).toEqual(['removed', 'removed'])
  expect(await eventsOf(early)).toEqual(
    ['saved', 'expired', 'updated', 'made_default', 'expired', 'invalidated', 'removed'].map(
      (event) => `payment_method.${event}`,
    ),
  )
  await agreed()
})

it('M2 a card that has expired is removed; a mandate that is taken back makes its account invalid, once', async () => {
  const { customer, methods } = await customerWith('4242424242424242')
  await savedBy(customer, { bank: {} })
  const [card] = methods
  const bank = (await methodsOf(customer)).find(({ type }) => type === 'ach')
  await made(company.call('POST', `/v1/payment_methods/${bank?.id}/make_default`))
  for (let i = 0; i < 2; i++) {
    await world.play('POST', `/sandbox/payment_methods/${await referenceOf(bank?.id)}/revoke`)
    await world.settle()
  }
  expect(await methodsOf(customer)).toMatchObject([
    { id: card?.id, default: true },
    { id: bank?.id, state: 'invalid', reason: 'mandate_revoked', default: false },
  ])
  expect((await eventsOf(String(bank?.id))).filter((type) => type.endsWith('invalidated'))).toHaveLength(1)
  const { request } = await quickLink(company, 700, { customer })
  expect((await charge(String(bank?.id), { payment_request: request, amount: 700 })).body).toMatchObject({
    code: 'method_not_chargeable',
    state: 'invalid',
  })
  await banksOn(card?.id, 'expired_card')
  await charge(String(card?.id), { payment_request: request, amount: 700 })
  const removed = await made(company.call('DELETE', `/v1/payment_methods/${card?.id}`))
  expect(removed).toMatchObject({ state: 'removed', default: false })
  await world.settle()
  expect((await eventsOf(String(card?.id))).slice(-2)).toEqual([
    'payment_method.expired',
    'payment_method.removed',
  ])
  await agreed()
})

it('no number of a card or an account stands anywhere in the database', async () => {
  const columns = await owned<{ name: string }>(
    world,
    `select format('%I.%I', table_schema, table_name) name from information_schema.tables
     where table_schema in ('payments', 'requests', 'identity', 'notifications', 'messaging', 'lib') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of columns) {
    const [row] = await owned<{ found: number }>(
      world,
      `select count(*)::int found from ${name} t where t::text ~ '4242424242424242|5555555555554444|000123456789'`,
    )
    expect([name, row?.found]).toEqual([name, 0])
  }
})

interface Form {
  id: string
  status: string
  email: string
  expires_at: string
  payment_method: string | null
}
const askFor = async (customer: unknown, by: Pick<Tenant, 'call'> = company, to = 'ada@lune.test') =>
  (await made(by.call('POST', `/v1/customers/${customer}/method_requests`, { email: to }))) as unknown as Form
const formsOf = async (customer: unknown) =>
  (await made(company.call('GET', `/v1/customers/${customer}/method_requests`))).data as Form[]
const addressOf = async (id: string) =>
  (await made(company.call('GET', `/v1/method_requests/${id}/link`))).url as string | null
const wordsAt = async (url: string, lang = 'en') =>
  (await (await fetch(`${url}?lang=${lang}`)).text())
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const fillIn = async (
  url: string,
  {
    card = '4242424242424242',
    bank = false,
    consent = SAVING_VERSION,
  }: { card?: string; bank?: boolean; consent?: string } = {},
): Promise<Answer> =>
  payer('POST', `${url}/setups`, {
    method: bank ? 'ach' : 'card',
    confirmation_token: bank ? await bankToken(world, company, {}) : await cardToken(card, [12, 2034]),
    consent,
    ...(bank && { name: 'Ada Payer', email: 'ada@payer.test' }),
  })

it('R-069 R-070 R-071 R-073 R-074 a form is mailed, filled in without charging, and what it saved is charged', async () => {
  const customer = String((await newCustomer(company, { language: 'fr' })).id)
  const cora = await signedIn(world, company, 'accounts_payable')
  const form = await askFor(customer, cora, 'form@lune.test')
  expect(form).toMatchObject({ status: 'open', email: 'form@lune.test' })
  const [mail] = await eventually(
    () => mailTo(world, 'form@lune.test'),
    (found) => found.length > 0,
  )
  expect(mail?.subject).toContain('vous demande comment')
  const url = (await addressOf(form.id)) ?? ''
  expect(mail?.text.replaceAll(/\s+/g, '')).toContain(url)
  expect(await wordsAt(url)).toMatch(
    /Save a payment method .*Nothing is charged now\..*Save this card\. Rosa Blooms may charge it/,
  )
  expect(await wordsAt(url, 'fr')).toContain('Enregistrer un moyen de paiement')
  const before = (await chargesOf(world, company)).length
  expect((await fillIn(url)).body).toMatchObject({ state: 'succeeded' })
  expect((await chargesOf(world, company)).length).toBe(before)
  const [method] = await methodsOf(customer)
  expect(method).toMatchObject({
    state: 'active',
    default: true,
    card: { last4: '4242' },
    consent: { text: expect.stringContaining('may charge it') },
  })
  expect(await formsOf(customer)).toMatchObject([{ status: 'completed', payment_method: method?.id }])
  expect(await wordsAt(url)).toContain('Saved. Thank you.')
  expect(await addressOf(form.id)).toBeNull()
  for (const act of ['revoke', 'resend'])
    expect((await company.call('POST', `/v1/method_requests/${form.id}/${act}`)).body.code).toBe(
      'transition_refused',
    )
  expect(await formsOf(customer)).toHaveLength(1)
  // Used once: not by the next card either.
  expect((await fillIn(url, { card: '5555555555554444' })).body).toMatchObject({
    code: 'form_over',
    state: 'completed',
  })
  expect(await methodsOf(customer)).toHaveLength(1)
  const { request } = await quickLink(company, 700, { customer })
  expect(
    (await charge(method?.id ?? '', { payment_request: request, amount: 700 }, { by: cora })).body.state,
  ).toBe('succeeded')
  // Whoever asked is told.
  await world.settle()
  const [staff] = await owned<{ to: string }>(
    world,
    `select to_address "to" from messaging.messages where kind = 'method_request_notice'`,
  )
  expect(staff?.to).toContain('@')
  await agreed()
})

it('R-072 a form is good for four hours from sending; one that is taken back or sent anew takes nothing', async () => {
  const customer = String((await newCustomer(company)).id)
  const revoked = await askFor(customer)
  const revokedUrl = (await addressOf(revoked.id)) ?? ''
  await made(company.call('POST', `/v1/method_requests/${revoked.id}/revoke`))
  expect(await wordsAt(revokedUrl)).toContain('took this form back')
  expect(await wordsAt(revokedUrl, 'fr')).toContain('a retiré ce formulaire')
  expect((await fillIn(revokedUrl)).body).toMatchObject({ code: 'form_over', state: 'revoked' })
  const old = await askFor(customer)
  const oldUrl = (await addressOf(old.id)) ?? ''
  const fresh = (await made(company.call('POST', `/v1/method_requests/${old.id}/resend`))) as unknown as Form
  expect(fresh.id).not.toBe(old.id)
  expect((await fillIn(oldUrl)).body.code).toBe('form_over')
  const url = (await addressOf(fresh.id)) ?? ''
  // Opening it changes nothing of its hours.
  await advance(world, 4 * 3600 - 120)
  expect(await wordsAt(url)).toContain('Save a payment method')
  await advance(world, 121)
  expect(await wordsAt(url)).toContain('This form has expired.')
  expect(await wordsAt(url, 'fr')).toContain('Ce formulaire a expiré.')
  expect((await fillIn(url)).body).toMatchObject({ code: 'form_over', state: 'expired' })
  expect((await formsOf(customer)).map(({ status }) => status)).toEqual(['expired', 'revoked', 'revoked'])
  expect(await methodsOf(customer)).toEqual([])
  // A token of another kind, and a wrong one, open nothing.
  const link = await quickLink(company, 500)
  expect((await fetch(link.url.replace('/p/', '/m/'))).status).toBe(404)
  expect((await fetch(url.replace('/m/', '/p/'))).status).toBe(404)
})

it('a bank asks before a card is saved, a declined one is not, and a text that changed is agreed to anew', async () => {
  const customer = String((await newCustomer(company)).id)
  const url = (await addressOf((await askFor(customer)).id)) ?? ''
  expect((await fillIn(url, { card: '4000000000000002' })).body).toMatchObject({ state: 'declined' })
  expect((await fillIn(url, { consent: '2020-01-01' })).body.code).toBe('consent_outdated')
  const asked = await fillIn(url, { card: '4000002760003184' })
  expect(asked.body).toMatchObject({
    state: 'requires_action',
    client_secret: expect.stringMatching(/^seti_/),
  })
  const intent = String(asked.body.client_secret).split('_secret_')[0]
  await world.play('POST', `/sandbox/setup_intents/${intent}/authenticate`, { outcome: 'complete' })
  // A try is told of only by its own form's link: not by another form's, nor by another company's.
  const stranger = await world.newCompany()
  const theirs = await made(
    stranger.call('POST', `/v1/customers/${(await newCustomer(stranger)).id}/method_requests`, {
      email: 'x@lune.test',
    }),
  )
  const { url: their } = await made(stranger.call('GET', `/v1/method_requests/${theirs.id}/link`))
  for (const elsewhere of [(await addressOf((await askFor(customer)).id)) ?? '', String(their)])
    expect((await payer('POST', `${elsewhere}/setups/${asked.body.setup}/refresh`)).status).toBe(404)
  const after = await payer('POST', `${url}/setups/${asked.body.setup}/refresh`)
  expect(after.body.state).toBe('succeeded')
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([{ card: { last4: '3184' } }])
  // It can be saved, and asks whenever it is charged: then it is declined, since nobody is there.
  const { request } = await quickLink(company, 900, { customer })
  const [method] = await methodsOf(customer)
  expect((await charge(method?.id ?? '', { payment_request: request, amount: 900 })).body.decline_code).toBe(
    'authentication_required',
  )
})

it('a form that is taken back while the bank asks leaves who had saved that card before with it', async () => {
  const customer = String((await newCustomer(company)).id)
  const begin = async () => {
    const form = await askFor(customer)
    const { body } = await fillIn((await addressOf(form.id)) ?? '', { card: '4000002760003184' })
    return { form, intent: String(body.client_secret).split('_secret_')[0] }
  }
  const agree = async (intent: string | undefined) => {
    await world.play('POST', `/sandbox/setup_intents/${intent}/authenticate`, { outcome: 'complete' })
    await world.settle()
  }
  const saved = await begin()
  await agree(saved.intent)
  const late = await begin()
  await made(company.call('POST', `/v1/method_requests/${late.form.id}/revoke`))
  await agree(late.intent)
  expect(await methodsOf(customer)).toMatchObject([
    { state: 'active', default: true, card: { last4: '3184' } },
  ])
  expect((await formsOf(customer)).map(({ status }) => status)).toEqual(['revoked', 'completed'])

  // By a form that saved another thing meanwhile it is replaced just so, and the form keeps what it had saved.
  const both = await begin()
  expect((await fillIn((await addressOf(both.form.id)) ?? '', { bank: true })).body.state).toBe('succeeded')
  await agree(both.intent)
  const kept = await methodsOf(customer)
  expect(kept.map(({ type }) => type).sort()).toEqual(['ach', 'card'])
  expect((await formsOf(customer))[0]?.payment_method).toBe(kept.find(({ type }) => type === 'ach')?.id)
})

it('what comes late by a used form is not kept, though another form replaced what it had saved', async () => {
  const customer = String((await newCustomer(company)).id)
  const form = await askFor(customer)
  const url = (await addressOf(form.id)) ?? ''
  const late = await fillIn(url, { card: '4000002760003184' })
  expect((await fillIn(url)).body.state).toBe('succeeded')
  expect((await fillIn((await addressOf((await askFor(customer)).id)) ?? '')).body.state).toBe('succeeded')
  const intent = String(late.body.client_secret).split('_secret_')[0]
  await world.play('POST', `/sandbox/setup_intents/${intent}/authenticate`, { outcome: 'complete' })
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([{ card: { last4: '4242' } }])
})

it('of two tabs one saves; a card that is declined once saved says so when it is charged', async () => {
  const customer = String((await newCustomer(company)).id)
  const url = (await addressOf((await askFor(customer)).id)) ?? ''
  const late = await fillIn(url, { card: '4000002760003184' })
  const answers = await atOnce(3, () => fillIn(url, { card: '4000000000000341' }))
  expect(answers.map(({ body }) => body.state ?? body.code)).toContain('succeeded')
  const intent = String(late.body.client_secret).split('_secret_')[0]
  await world.play('POST', `/sandbox/setup_intents/${intent}/authenticate`, { outcome: 'complete' })
  await world.settle()
  expect(await methodsOf(customer)).toMatchObject([{ card: { last4: '0341' } }])
  expect(await formsOf(customer)).toMatchObject([{ status: 'completed' }])
  const { request } = await quickLink(company, 900, { customer })
  const [method] = await methodsOf(customer)
  const refused = await charge(method?.id ?? '', { payment_request: request, amount: 900 })
  expect(refused.body).toMatchObject({ state: 'failed', decline_code: 'generic_decline' })
  await agreed()
})

it('a bank account is saved by the form with its mandate; an answer that is lost is found out', async () => {
  const customer = String((await newCustomer(company)).id)
  const url = (await addressOf((await askFor(customer)).id)) ?? ''
  const lost = { on: 'request', do: 'drop_after', path: '/v1/setup_intents', method: 'POST', times: 2 }
  await world.play('POST', '/sandbox/faults', lost)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', type: '*', times: 50 })
  const answer = await fillIn(url, { bank: true })
  await world.play('DELETE', '/sandbox/faults')
  expect(answer.body.state).toBe('unsure')
  expect(await wordsAt(url)).toContain('We are checking with the bank whether it was saved.')
  expect(await wordsAt(url, 'fr')).toContain('Nous vérifions auprès de la banque si c’est enregistré.')
  await advance(world, 120)
  expect(
    await eventually(
      () => methodsOf(customer),
      (found) => found.length > 0,
    ),
  ).toMatchObject([{ type: 'ach', bank: { last4: '6789' }, consent: { name: 'Ada Payer' } }])
  expect(await wordsAt(url)).toContain('Saved. Thank you.')
  const { request } = await quickLink(company, 2_000, { customer })
  const [method] = await methodsOf(customer)
  expect((await charge(method?.id ?? '', { payment_request: request, amount: 2_000 })).body.state).toBe(
    'processing',
  )
  await agreed()
})
