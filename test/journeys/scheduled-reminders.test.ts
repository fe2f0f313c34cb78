import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { dayAfter, instantOf, wallTimeOf } from '../../server/src/requests/reminders/local-time.ts'
import { signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  copiedLink,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  pay,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 180_000 })

/** Reminders on a schedule, through the API, by a clock that is moved. A test has a company of its own. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const ZONE = 'America/New_York'
const now = () => world.services.clock.now()
const today = () => wallTimeOf(now(), ZONE).day
/** A minute of the day that is so far ahead, for what must not take a day. */
const soon = () => wallTimeOf(new Date(now().getTime() + 10 * 60_000), ZONE)
/** Moves the clock to a little after a time on a wall. */
const goTo = (day: string, time: string, zone = ZONE) =>
  advance(world, Math.ceil((instantOf({ day, time }, zone).getTime() - now().getTime()) / 1000) + 5)

const PLAIN = { enabled: true, time: '09:00', quiet_hours: null, business_days: false, most: 6 }
async function remindedBy(schedule: Record<string, unknown>): Promise<Tenant> {
  const company = await world.newCompany({}, ['us_bank_account_ach_payments'])
  await made(company.call('PUT', '/v1/reminder_schedule', { ...PLAIN, ...schedule }))
  await world.settle()
  return company
}
/** An invoice of a customer of its own, who is reached at an address. */
async function owed(
  company: Tenant,
  address: string | null,
  dueOn: string,
  values: Record<string, unknown> = {},
) {
  const customer = String((await newCustomer(company, { email: address, ...values })).id)
  const invoice = String((await newInvoice(company, '45.00', { customer, due_on: dueOn })).id)
  return { customer, invoice }
}
interface Row {
  number: string
  step: number
  state: string
  reason: string | null
  planned_at: string
  payment_request: string | null
}
type Debt = Awaited<ReturnType<typeof owed>>
const rowsOf = async (company: Tenant, invoice: string) =>
  (await made(company.call('GET', `/v1/reminders?invoice=${invoice}`))).data as Row[]
/** What became of an invoice's reminders, oldest step first: `sent`, or why not. */
const endsOf = async (company: Tenant, invoice: string) =>
  (await rowsOf(company, invoice))
    .sort((a, b) => a.step - b.step)
    .map(({ step, state, reason }) => `${step} ${reason ?? state}`)
const remindersTo = async (address: string) =>
  (await mailTo(world, address)).filter(({ subject }) => /^(Reminder|Rappel)/.test(subject))
const receive = (company: Tenant, customer: string, amount: number, invoice: string) =>
  made(
    company.call(
      'POST',
      '/v1/received_payments',
      {
        customer,
        amount,
        currency: 'usd',
        method: 'cash',
        received_on: today(),
        applications: [{ invoice, amount }],
      },
      { 'idempotency-key': randomUUID() },
    ),
  )

it('K19 come in the customer’s morning and language with the link that is out, step by step, and end in the story', async () => {
  const company = await remindedBy({ offsets: [-1, 2], most: 2 })
  const due = dayAfter(today(), 4)
  const { invoice } = await owed(company, 'zoe@paris.test', due, {
    name: 'Zoé',
    language: 'fr',
    country: 'FR',
    time_zone: 'Europe/Paris',
  })
  const sent = await made(company.call('POST', `/v1/invoices/${invoice}/send`, {}))
  const { link } = sent.payment_link as { link: { url: string } }
  await world.settle()
  expect(await rowsOf(company, invoice)).toMatchObject([{ step: -1, state: 'planned' }])
  const at = new Date(String((await rowsOf(company, invoice))[0]?.planned_at))
  expect(wallTimeOf(at, 'Europe/Paris')).toEqual({ day: dayAfter(due, -1), time: '09:00' })
  await goTo(dayAfter(due, -1), '08:50', 'Europe/Paris')
  expect(await remindersTo('zoe@paris.test')).toEqual([])
  await goTo(dayAfter(due, -1), '09:00', 'Europe/Paris')
  const [mail] = await remindersTo('zoe@paris.test')
  expect(mail?.subject).toMatch(/^Rappel\u00a0: INV-1/)
  expect(mail?.text).toContain(link.url)
  expect(mail?.attachments).toHaveLength(1)
  await goTo(dayAfter(due, 2), '09:00', 'Europe/Paris')
  expect(await remindersTo('zoe@paris.test')).toHaveLength(2)
  expect(await endsOf(company, invoice)).toEqual(['-1 sent', '2 sent'])
  const request = (await rowsOf(company, invoice))[0]?.payment_request
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline`))).data
  expect(story).toContainEqual(
    expect.objectContaining({
      kind: 'payment_request.reminded',
      who: expect.objectContaining({ type: 'system' }),
    }),
  )
  const events = await made(company.call('GET', '/v1/events?type=invoice.reminded'))
  expect(events.data).toHaveLength(2)
})

it('are of the rest where a part is paid, and never of what is paid, given up, being paid, disputed, promised or cannot be reached', async () => {
  const { day, time } = soon()
  const company = await remindedBy({ offsets: [0, 3], time })
  const open = (name: string, values = {}) => owed(company, `${name}@rule.test`, day, values)
  const part = await open('part')
  await receive(company, part.customer, 1500, part.invoice)
  const paid = await open('paid')
  await pay(world, company, (await linkTo(company, paid.invoice)).url, { amount: 4500 })
  const [voided, writtenOff] = [await open('void'), await open('off')]
  await world.settle()
  await made(company.call('POST', `/v1/invoices/${voided.invoice}/void`))
  await made(company.call('POST', `/v1/invoices/${writtenOff.invoice}/write_off`, { reason: 'insolvent' }))
  const paying = await open('paying')
  await pay(world, company, (await linkTo(company, paying.invoice)).url, { amount: 4500, bank: {} })
  const disputed = await open('disputed')
  await pay(world, company, (await linkTo(company, disputed.invoice)).url, {
    amount: 4500,
    card: '4000000000000259',
  })
  await made(
    company.call('PATCH', `/v1/invoices/${disputed.invoice}`, {
      revision: 1,
      lines: [{ description: 'Roses', quantity: '2', unit_price: '45.00' }],
    }),
  )
  const promised = await open('promised')
  await made(
    company.call('POST', `/v1/invoices/${promised.invoice}/promises`, {
      promised_on: dayAfter(day, 1),
      note: 'By phone',
    }),
  )
  const excluded = await open('excluded')
  await world.settle()
  await made(
    company.call('PUT', `/v1/customers/${excluded.customer}/reminders`, { mode: 'off', offsets: null }),
  )
  const byHand = await open('hand')
  const asked = await linkTo(company, byHand.invoice)
  await made(company.call('POST', `/v1/payment_requests/${asked.request}/remind`, {}))
  const nowhere = await owed(company, null, day)
  const linkless = await open('linkless', { payment_links_enabled: false })
  await world.settle()
  await advance(world, 11 * 60)

  const [partMail] = await remindersTo('part@rule.test')
  expect(partMail?.subject).toContain('$30.00')
  const ends = async ({ invoice }: { invoice: string }) => endsOf(company, invoice)
  expect(await ends(part)).toEqual(['0 sent', '3 planned'])
  expect(await ends(paid)).toEqual(['0 paid'])
  expect(await ends(voided)).toEqual(['0 voided'])
  expect(await ends(writtenOff)).toEqual(['0 written_off'])
  expect(await ends(paying)).toEqual(['0 being_paid', '3 planned'])
  expect(await ends(disputed)).toEqual(['0 disputed', '3 planned'])
  expect(await ends(promised)).toEqual(['0 planned'])
  expect(await ends(excluded)).toEqual([])
  expect(await ends(byHand)).toEqual(['0 reminded_today', '3 planned'])
  expect(await ends(nowhere)).toEqual(['0 no_address', '3 planned'])
  expect(await ends(linkless)).toEqual(['0 sent', '3 planned'])
  for (const name of ['paid', 'void', 'off', 'paying', 'disputed', 'promised', 'excluded'])
    expect([name, await remindersTo(`${name}@rule.test`)]).toEqual([name, []])
  expect(await remindersTo('hand@rule.test')).toHaveLength(1)
  const [plain] = await remindersTo('linkless@rule.test')
  expect(plain?.text).not.toContain('/p/')
  expect(plain?.attachments).toHaveLength(1)
  const audited = (await made(company.call('GET', '/v1/events?type=invoice.reminder_skipped'))).data
  expect((audited as unknown[]).length).toBeGreaterThanOrEqual(7)
})

it('are one mail with a table for invoices of one customer that come to the same step together', async () => {
  const due = dayAfter(today(), 1)
  const company = await remindedBy({ offsets: [1] })
  const { customer, invoice } = await owed(company, 'three@table.test', due)
  const others = [
    await newInvoice(company, '20.00', { customer, due_on: due }),
    await newInvoice(company, '30.00', { customer, due_on: due }),
  ]
  await newInvoice(company, '99.00', { customer, due_on: dayAfter(due, 9) })
  await world.settle()
  await goTo(dayAfter(due, 1), '09:00')
  const mails = await remindersTo('three@table.test')
  expect(mails).toHaveLength(1)
  for (const text of ['INV-1', 'INV-2', 'INV-3', '$95.00']) expect(mails[0]?.text).toContain(text)
  expect(mails[0]?.text).not.toContain('INV-4')
  expect(mails[0]?.attachments).toHaveLength(3)
  const requests = await Promise.all(
    [invoice, ...others.map(({ id }) => String(id))].map(
      async (id) => (await rowsOf(company, id))[0]?.payment_request,
    ),
  )
  expect(new Set(requests).size).toBe(1)
  const request = await made(company.call('GET', `/v1/payment_requests/${requests[0]}`))
  const [link] = request.links as { url: string }[]
  expect((await pay(world, company, link?.url ?? '', { amount: 9500 })).body).toMatchObject({
    state: 'succeeded',
  })
  await world.prove(company)
})

it('are caught up once after an outage, for the newest step that has come, and not in the night', async () => {
  const due = dayAfter(today(), 2)
  const quiet = { from: '20:00', until: '08:00' }
  const company = await remindedBy({ offsets: [-1, 1, 3, 9], quiet_hours: quiet })
  const { invoice } = await owed(company, 'late@outage.test', due)
  await world.settle()
  // Nothing runs for days; then it is night.
  await goTo(dayAfter(due, 5), '02:00')
  expect(await remindersTo('late@outage.test')).toEqual([])
  await goTo(dayAfter(due, 5), '08:00')
  expect(await remindersTo('late@outage.test')).toHaveLength(1)
  expect(await endsOf(company, invoice)).toEqual(['-1 overtaken', '1 overtaken', '3 sent', '9 planned'])
})

it('wait for a promise, then come once; one that is taken back or replaced holds nothing up', async () => {
  const due = dayAfter(today(), 1)
  const company = await remindedBy({ offsets: [1, 2] })
  const broken = await owed(company, 'broken@promise.test', due)
  const withdrawn = await owed(company, 'withdrawn@promise.test', due)
  const kept = await owed(company, 'kept@promise.test', due)
  const promise = async (invoice: string, days: number) =>
    made(company.call('POST', `/v1/invoices/${invoice}/promises`, { promised_on: dayAfter(due, days) }))
  await promise(broken.invoice, 1)
  await promise(broken.invoice, 4)
  await promise(kept.invoice, 4)
  const { id } = await promise(withdrawn.invoice, 4)
  expect(await made(company.call('POST', `/v1/promises/${id}/withdraw`))).toMatchObject({
    status: 'withdrawn',
  })
  expect(await company.call('POST', `/v1/promises/${id}/withdraw`)).toMatchObject({
    status: 409,
    body: { code: 'transition_refused' },
  })
  expect(
    await company.call('POST', `/v1/invoices/${kept.invoice}/promises`, {
      promised_on: dayAfter(today(), -1),
    }),
  ).toMatchObject({ status: 400 })
  await world.settle()
  await goTo(dayAfter(due, 2), '09:00')
  expect(await remindersTo('broken@promise.test')).toEqual([])
  expect(await remindersTo('withdrawn@promise.test')).toHaveLength(1)
  await receive(company, kept.customer, 4500, kept.invoice)
  await goTo(dayAfter(due, 5), '09:00')
  expect(await remindersTo('broken@promise.test')).toHaveLength(1)
  expect(await endsOf(company, broken.invoice)).toEqual(['1 promised', '2 sent'])
  expect(await remindersTo('kept@promise.test')).toEqual([])
  const statuses = async (invoice: string) =>
    ((await made(company.call('GET', `/v1/invoices/${invoice}/promises`))).data as { status: string }[]).map(
      ({ status }) => status,
    )
  expect(await statuses(broken.invoice)).toEqual(['broken', 'replaced'])
  expect(await statuses(kept.invoice)).toEqual(['kept'])
  expect(
    await company.call('POST', `/v1/invoices/${kept.invoice}/promises`, { promised_on: today() }),
  ).toMatchObject({ status: 409, body: { code: 'transition_refused' } })
})

it('follow a changed schedule, due day and zone, and stop where they are switched off', async () => {
  const due = dayAfter(today(), 3)
  const company = await remindedBy({ offsets: [1] })
  const { customer, invoice } = await owed(company, 'moved@change.test', due)
  const planned = async () => {
    await world.settle()
    const [row] = (await rowsOf(company, invoice)).filter(({ state }) => state === 'planned')
    return row === undefined ? null : new Date(row.planned_at)
  }
  const schedule = (values: Record<string, unknown>) =>
    made(company.call('PUT', '/v1/reminder_schedule', { ...PLAIN, ...values }))
  const at = (day: string, time: string, zone = ZONE) => instantOf({ day, time }, zone)
  expect(await planned()).toEqual(at(dayAfter(due, 1), '09:00'))
  await schedule({ offsets: [2], time: '10:30' })
  expect(await planned()).toEqual(at(dayAfter(due, 2), '10:30'))
  await made(company.call('PATCH', `/v1/customers/${customer}`, { time_zone: 'Europe/Paris' }))
  expect(await planned()).toEqual(at(dayAfter(due, 2), '10:30', 'Europe/Paris'))
  await made(company.call('PUT', `/v1/customers/${customer}/reminders`, { mode: 'own', offsets: [5] }))
  expect(await planned()).toEqual(at(dayAfter(due, 5), '10:30', 'Europe/Paris'))
  await made(company.call('PATCH', `/v1/invoices/${invoice}`, { revision: 1, due_on: dayAfter(due, 1) }))
  expect(await planned()).toEqual(at(dayAfter(due, 6), '10:30', 'Europe/Paris'))
  await schedule({ offsets: [2], enabled: false })
  expect(await planned()).toBeNull()
  await schedule({ offsets: [2] })
  expect(await planned()).not.toBeNull()
  // Switched off at a moment at which it was due already: it is asked again, and says why.
  await owned(
    world,
    `update requests.reminder_schedules set enabled = false where company_id =
      (select company_id from requests.reminder_rules where mode = 'own' order by company_id limit 1)`,
  )
  await goTo(dayAfter(due, 6), '11:00', 'Europe/Paris')
  expect(await endsOf(company, invoice)).toEqual(['5 switched_off'])
  expect(await mailTo(world, 'moved@change.test')).toEqual([])
  const zone = await company.call('PATCH', `/v1/customers/${customer}`, { time_zone: 'Europe/Nowhere' })
  expect(zone).toMatchObject({ status: 400, body: { field: 'time_zone' } })
})

it('are raced by payments: who pays first is not reminded, and nobody is after they paid', async () => {
  const { day, time } = soon()
  const company = await remindedBy({ offsets: [0], time })
  const debts = await atOnce(4, async (index) => {
    const debt = await owed(company, `race${index}@race.test`, day)
    return { ...debt, link: (await linkTo(company, debt.invoice)).url }
  })
  await world.settle()
  await Promise.all([
    world.play('POST', '/sandbox/clock/advance', { seconds: 11 * 60 }),
    ...debts.map(({ link }) => pay(world, company, link, { amount: 4500 })),
  ])
  await world.settle()
  for (const [index, { invoice }] of debts.entries()) {
    const mails = await remindersTo(`race${index}@race.test`)
    const [end] = await endsOf(company, invoice)
    expect(['0 sent', '0 paid', '0 being_paid']).toContain(end)
    expect(mails).toHaveLength(end === '0 sent' ? 1 : 0)
  }
  await world.prove(company)
})

it('that a mail server keeps waiting are not let go once what is owed has changed, and say what is owed then', async () => {
  const { day, time } = soon()
  const company = await remindedBy({ offsets: [0], time })
  const paid = await owed(company, 'slow@waiting.test', day)
  const part = await owed(company, 'slowly@waiting.test', day)
  await world.settle()
  await world.play('POST', '/sandbox/clock/advance', { seconds: 11 * 60 })
  const refused = async () =>
    owned(world, `select from messaging.messages where to_address like 'slow%@waiting.test' and attempts > 0`)
  await eventually(refused, ({ length }) => length === 2)
  await receive(company, paid.customer, 4500, paid.invoice)
  await receive(company, part.customer, 1500, part.invoice)
  // Whatever fails between what the reminder is from now on and the end of its mail, neither is without the other.
  await owned(world, FAIL_ONCE)
  await world.settle()
  const [failed] = await owned<{ times: string }>(
    world,
    'select last_value times from messaging.failing_once',
  )
  await owned(world, 'drop function messaging.fail_once cascade; drop sequence messaging.failing_once')
  expect(Number(failed?.times)).toBeGreaterThan(1)
  expect(await remindersTo('slow@waiting.test')).toEqual([])
  expect(await endsOf(company, paid.invoice)).toEqual(['0 paid'])
  const mails = await remindersTo('slowly@waiting.test')
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('$30.00')])
  expect(await endsOf(company, part.invoice)).toEqual(['0 sent'])
})

/** The first mail that is said not to be sent cannot be; a sequence goes on though its transaction is undone. */
const FAIL_ONCE = `
  create sequence messaging.failing_once;
  create function messaging.fail_once() returns trigger language plpgsql security definer as $$
    begin
      if nextval('messaging.failing_once') = 1 then raise exception 'Not now.'; end if;
      return new;
    end $$;
  create trigger fail_once before update on messaging.messages for each row
    when (new.state = 'failed') execute function messaging.fail_once()`

it('are asked again once where the payment that was under way came to nothing, for the newest step alone', async () => {
  const due = dayAfter(today(), 1)
  const company = await remindedBy({ offsets: [0, 1, 9] })
  const debts = await atOnce(3, (index) => owed(company, `debit${index}@again.test`, due))
  const [failing, clearing, first] = debts as [Debt, Debt, Debt]
  const beside = await newInvoice(company, '45.00', { customer: first.customer, due_on: due })
  const payByBank = async (...invoices: string[]) => {
    const { url } = await linkTo(company, ...invoices)
    const { body } = await pay(world, company, url, { amount: 4500 * invoices.length, bank: {} })
    expect(body).toMatchObject({ state: 'processing' })
    const [intent] = await owned<{ id: string }>(
      world,
      'select processor_reference id from payments.payments where id = $1',
      [fromWireId('pay', String(body.payment))],
    )
    return (outcome: string) =>
      world.play('POST', `/sandbox/payment_intents/${intent?.id}/debit`, { outcome })
  }
  const together = [first.invoice, String(beside.id)]
  const fail = await payByBank(failing.invoice)
  const clear = await payByBank(clearing.invoice)
  const failTogether = await payByBank(...together)
  await world.settle()
  await goTo(due, '09:00')
  await goTo(dayAfter(due, 1), '09:00')
  const left = ['0 being_paid', '1 being_paid', '9 planned']
  for (const invoice of [failing.invoice, clearing.invoice, ...together])
    expect(await endsOf(company, invoice)).toEqual(left)
  await Promise.all([fail('insufficient_funds'), clear('succeed'), failTogether('insufficient_funds')])
  await world.settle()
  const asked = ['0 being_paid', '1 sent', '9 planned']
  for (const invoice of [failing.invoice, ...together]) expect(await endsOf(company, invoice)).toEqual(asked)
  expect(await endsOf(company, clearing.invoice)).toEqual(left)
  const failAgain = await payByBank(failing.invoice)
  await failAgain('insufficient_funds')
  await world.settle()
  expect(await endsOf(company, failing.invoice)).toEqual(asked)
  const mails = await Promise.all(debts.map((_, index) => remindersTo(`debit${index}@again.test`)))
  expect(mails.map(({ length }) => length)).toEqual([1, 0, 1])
  expect(mails[2]?.[0]?.text).toContain('$90.00')
})

it('are changed by who may change settings alone, and other companies’ are not there', async () => {
  const company = await remindedBy({ offsets: [1] })
  const { customer, invoice } = await owed(company, 'own@roles.test', dayAfter(today(), 1))
  await world.settle()
  const other = await world.newCompany()
  const sales = await signedIn(world, company, 'sales')
  const body = { ...PLAIN, offsets: [1] }
  expect((await sales.call('PUT', '/v1/reminder_schedule', body)).status).toBe(403)
  expect((await sales.call('GET', '/v1/reminder_schedule')).body).toMatchObject({ offsets: [1] })
  expect((await other.call('GET', '/v1/reminder_schedule')).body).toMatchObject({ enabled: false })
  expect((await other.call('GET', `/v1/reminders?invoice=${invoice}`)).body.data).toEqual([])
  for (const [method, path, sent] of [
    ['PUT', `/v1/customers/${customer}/reminders`, { mode: 'off', offsets: null }],
    ['GET', `/v1/customers/${customer}/reminders`, undefined],
    ['POST', `/v1/invoices/${invoice}/promises`, { promised_on: today() }],
  ] as const)
    expect((await other.call(method, path, sent)).status).toBe(404)
  const refused = await company.call('PUT', '/v1/reminder_schedule', {
    ...body,
    quiet_hours: { from: '08:00', until: '08:00' },
  })
  expect(refused).toMatchObject({ status: 400, body: { field: 'quiet_hours' } })
  const key = { 'idempotency-key': 'rule-once' }
  const rule = { mode: 'own', offsets: [9, 2] }
  const twice = await atOnce(2, () => company.call('PUT', `/v1/customers/${customer}/reminders`, rule, key))
  expect(twice.map(({ status, body }) => [status, body.offsets])).toEqual([
    [200, [2, 9]],
    [200, [2, 9]],
  ])
  expect(
    (await company.call('PUT', `/v1/customers/${customer}/reminders`, { mode: 'off', offsets: [1] })).body,
  ).toMatchObject({ field: 'offsets' })
  await copiedLink(company, (await linkTo(company, invoice)).request)
})

interface Foreseen {
  invoice: string
  customer_name: string
  step: number
  at: string
  local_day: string
  local_time: string
  outcome: string
  reason: string | null
  mail: number | null
  to: string | null
}
async function previewed(company: Tenant, schedule: Record<string, unknown>, range: Record<string, unknown>) {
  const { enabled: _, ...plain } = PLAIN
  const body = { schedule: { ...plain, ...schedule }, ...range }
  return (await made(company.call('POST', '/v1/reminders/preview', body))).data as Foreseen[]
}

it('are simulated before they are switched on, row by row, and then go out just so', async () => {
  const company = await world.newCompany()
  const { day } = soon()
  const due = dayAfter(day, 2)
  const one = await owed(company, 'one@preview.test', due, { name: 'Ada' })
  const second = String((await newInvoice(company, '20.00', { customer: one.customer, due_on: due })).id)
  const paid = await owed(company, 'paid@preview.test', due, { name: 'Bea' })
  await pay(world, company, (await linkTo(company, paid.invoice)).url, { amount: 4500 })
  const nowhere = await owed(company, null, due, { name: 'Cleo' })
  const off = await owed(company, 'off@preview.test', due, { name: 'Dora' })
  await made(company.call('PUT', `/v1/customers/${off.customer}/reminders`, { mode: 'off', offsets: null }))
  await world.settle()
  const range = { from: day, to: dayAfter(due, 9) }
  const schedule = { offsets: [-1, 2, 30], quiet_hours: { from: '20:00', until: '08:00' } }
  const rows = await previewed(company, schedule, range)
  const told = rows.map((row) => [row.customer_name, row.step, row.local_day, row.reason ?? row.outcome])
  expect(told).toEqual([
    ['Ada', -1, dayAfter(due, -1), 'sent'],
    ['Ada', -1, dayAfter(due, -1), 'sent'],
    ['Cleo', -1, dayAfter(due, -1), 'no_address'],
    ['Dora', -1, dayAfter(due, -1), 'customer_excluded'],
    ['Ada', 2, dayAfter(due, 2), 'sent'],
    ['Ada', 2, dayAfter(due, 2), 'sent'],
    ['Cleo', 2, dayAfter(due, 2), 'no_address'],
  ])
  expect(rows.map(({ mail }) => mail)).toEqual([1, 1, null, null, 2, 2, null])
  expect(new Set(rows.map(({ local_time }) => local_time))).toEqual(new Set(['09:00']))
  const ofOne = await previewed(company, schedule, { ...range, customer: one.customer })
  expect(ofOne).toHaveLength(4)
  // It changed nothing; switched on, it does what was foreseen.
  expect(await rowsOf(company, one.invoice)).toEqual([])
  await made(company.call('PUT', '/v1/reminder_schedule', { ...PLAIN, ...schedule }))
  await world.settle()
  await goTo(dayAfter(due, -1), '09:00')
  await goTo(dayAfter(due, 2), '09:00')
  for (const invoice of [one.invoice, second, nowhere.invoice]) {
    const ended = (await rowsOf(company, invoice)).filter(({ state }) => state !== 'planned')
    expect(ended.map(({ step, planned_at, reason }) => [step, planned_at, reason]).sort()).toEqual(
      rows
        .filter((row) => row.invoice === invoice)
        .map(({ step, at, reason }) => [step, at, reason])
        .sort(),
    )
  }
  expect(await remindersTo('one@preview.test')).toHaveLength(2)
  expect(
    await company.call('POST', '/v1/reminders/preview', {
      schedule: { ...schedule, time: '09:00', business_days: false, most: 3 },
      from: '2030-01-01',
      to: '2030-12-31',
    }),
  ).toMatchObject({ status: 400, body: { field: 'to' } })
})

it('keep their hour in each zone on the days on which clocks change, and quiet hours, weekends and holidays wait', async () => {
  const company = await world.newCompany()
  const places = { 'America/New_York': 'US', 'Europe/Paris': 'FR' }
  const instants = async (due: string, schedule: Record<string, unknown>) => {
    const found: Record<string, string | undefined> = {}
    for (const [time_zone, country] of Object.entries(places)) {
      const name = `${time_zone} ${due} ${randomUUID()}`
      const { customer } = await owed(company, 'clock@zone.test', due, { name, time_zone, country })
      const range = { from: dayAfter(due, -1), to: dayAfter(due, 5), customer }
      found[time_zone] = (await previewed(company, { offsets: [0], ...schedule }, range))[0]?.at
    }
    return Object.values(found)
  }
  // New York sets its clocks forward on 10 March 2030 and back on 3 November, Paris on 31 March and 27 October.
  expect(await instants('2030-03-09', {})).toEqual(['2030-03-09T14:00:00.000Z', '2030-03-09T08:00:00.000Z'])
  expect(await instants('2030-03-10', {})).toEqual(['2030-03-10T13:00:00.000Z', '2030-03-10T08:00:00.000Z'])
  expect(await instants('2030-03-31', {})).toEqual(['2030-03-31T13:00:00.000Z', '2030-03-31T07:00:00.000Z'])
  expect(await instants('2030-10-27', {})).toEqual(['2030-10-27T13:00:00.000Z', '2030-10-27T08:00:00.000Z'])
  expect(await instants('2030-11-03', {})).toEqual(['2030-11-03T14:00:00.000Z', '2030-11-03T08:00:00.000Z'])
  // An hour that a clock leaves out, and one that it shows twice.
  expect((await instants('2030-03-10', { time: '02:30' }))[0]).toBe('2030-03-10T07:30:00.000Z')
  expect((await instants('2030-11-03', { time: '01:30' }))[0]).toBe('2030-11-03T05:30:00.000Z')
  // Quiet hours end by the clock of the day, whatever was changed in the night.
  const quiet = { time: '21:00', quiet_hours: { from: '20:00', until: '08:00' } }
  expect(await instants('2030-03-09', quiet)).toEqual([
    '2030-03-10T12:00:00.000Z',
    '2030-03-10T07:00:00.000Z',
  ])
  expect(await instants('2030-03-30', quiet)).toEqual([
    '2030-03-31T12:00:00.000Z',
    '2030-03-31T06:00:00.000Z',
  ])
  // 4 July 2030 is a Thursday, and a holiday in the United States alone; then a Saturday.
  const workdays = { business_days: true }
  expect(await instants('2030-07-04', workdays)).toEqual([
    '2030-07-05T13:00:00.000Z',
    '2030-07-04T07:00:00.000Z',
  ])
  expect(await instants('2030-07-06', workdays)).toEqual([
    '2030-07-08T13:00:00.000Z',
    '2030-07-08T07:00:00.000Z',
  ])
})
