import { expect } from 'vitest'
import { payer, type World } from '../support/world.ts'
import { atProcessor, type Debt, must, submit } from './stage.ts'

/** What the processor and our books say of a debt, side by side. Whatever happened, they agree. */
export async function whatBecameOf(world: World, debt: Debt): Promise<'paid' | 'open'> {
  const charged = (await atProcessor(world, debt)).filter(({ status }) => status === 'succeeded')
  expect(charged.length, 'charges of the processor').toBeLessThanOrEqual(1)
  const payments = await must(
    world.company.call('GET', `/v1/payments?payment_request=${debt.request}&limit=100`),
  )
  const succeeded = (payments.data as { state: string; processor_reference: string }[]).filter(
    ({ state }) => state === 'succeeded',
  )
  expect(succeeded.map((payment) => payment.processor_reference)).toEqual(charged.map(({ id }) => id))
  const invoice = await must(world.company.call('GET', `/v1/invoices/${debt.invoice}`))
  const request = await must(world.company.call('GET', `/v1/payment_requests/${debt.request}`))
  const isPaid = charged.length === 1
  expect(invoice).toMatchObject(
    isPaid
      ? { status: 'paid', open: 0, settled: debt.amount }
      : { status: 'open', open: debt.amount, settled: 0 },
  )
  expect(request.status === 'paid').toBe(isPaid)
  return isPaid ? 'paid' : 'open'
}

export async function attemptsOn(world: World, debt: Debt): Promise<number> {
  const payments = await must(world.company.call('GET', `/v1/payments?payment_request=${debt.request}`))
  return (payments.data as unknown[]).length
}

let tries = 0

/** Pays with a good card at the server that lives, as a payer would who found the debt open. */
export async function payNow(world: World, debt: Debt): Promise<void> {
  tries += 1
  const answer = await submit(world, debt, `another-try-${tries}`, await world.card(world.company))
  expect(answer, answer.text).toMatchObject({ status: 200, body: { state: 'succeeded' } })
}

/** The end of every story: paid once, and once each told to the payer and to staff. */
export async function expectPaidOnce(world: World, debt: Debt): Promise<void> {
  expect(await whatBecameOf(world, debt)).toBe('paid')
  expect(await pageState(world, debt)).toBe('paid')
  expect(await mailsAbout(world, debt)).toEqual({ receipts: 1, notices: 1 })
}

export async function pageState(world: World, debt: Debt): Promise<unknown> {
  return (await must(payer('GET', `${world.url}${debt.path}/status`))).state
}

interface Mail {
  subject: string
  message_id: string
}

/** Messages, not deliveries: one whose sending was cut off is sent again with the Message-ID it had. */
async function mailsAbout(world: World, debt: Debt): Promise<{ receipts: number; notices: number }> {
  const mails = async (to: string) =>
    (await world.play<{ data: Mail[] }>('GET', `/mailbox/messages?limit=1000&to=${encodeURIComponent(to)}`))
      .data
  const different = (found: Mail[]) => new Set(found.map((mail) => mail.message_id)).size
  // A bank debit is told of twice: when it is on its way, once at most, and when it has cleared.
  const [onItsWay, payers] = parted(await mails(debt.email))
  expect(different(onItsWay)).toBeLessThanOrEqual(1)
  const staff = `cashier@${world.company.account.toLowerCase().replaceAll('_', '')}.test`
  const [, notices] = parted(
    (await mails(staff)).filter(({ subject }) => subject.includes(`$${(debt.amount / 100).toFixed(2)}`)),
  )
  return { receipts: different(payers), notices: different(notices) }
}

function parted(mails: Mail[]): [onItsWay: Mail[], others: Mail[]] {
  const isOnItsWay = ({ subject }: Mail) => subject.includes('is on its way')
  return [mails.filter(isOnItsWay), mails.filter((mail) => !isOnItsWay(mail))]
}

/** No attempt that is still open is left alone for so long. */
const HOURS_MS = 2 * 3_600_000

/**
 * Nothing is left over: no job that failed, none that hangs on a dead server, no outbox, no reservation. A refund that
 * succeeded is asked after for weeks, since banks send some back, as a bank debit is, daily; and a link is looked at when
 * its time is over; of what was paid it is noted when it clears, and the balance and disputes are looked at again and
 * again: those due rows are meant to stay. What the clock on the wall starts is there at any moment.
 */
export async function expectNothingLeft(world: World): Promise<void> {
  const left = await world.services.database.global.many({
    name: '',
    values: [new Date(world.services.clock.now().getTime() + HOURS_MS)],
    text: `select 'outbox' kind, o::text what from lib.outbox o
      union all
      select 'job', t.identifier || ' ' || j.attempts || ' ' || coalesce(j.last_error, '')
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier not in ('seal_audit', 'forget_rates')
      union all
      select 'due', task from lib.due where task not in ('resolve_refund', 'link_lapses', 'read_balance', 'find_disputes', 'find_wires')
        and not (task in ('resolve_payment', 'clear_payment') and due_at > $1)`,
  })
  expect(left).toEqual([])
}

/** The books prove themselves and agree with the processor, movement by movement. */
export async function expectBooksAgree(world: World): Promise<void> {
  await world.prove()
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}
