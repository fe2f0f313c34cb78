import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { type Person, signedIn } from '../support/staff.ts'
import { atOnce, copiedLink, eventually, made, owned, pay } from '../support/story.ts'
import { type Answer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** A company opens its payments account at the processor, by the processor's own form. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Fresh {
  admin: Person
  tenant: Tenant
}

/** A company that has no account at the processor, and its admin. */
async function fresh(): Promise<Fresh> {
  const values = { name: 'Fresh Blooms', country: 'US', currency: 'usd', email: 'fresh@staff.test' }
  const { id } = (await runCommand(world.services, true, 'create-company', values)) as { id: string }
  const admin = await signedIn(world, { ...world.company, id }, 'admin')
  const call: Tenant['call'] = (method, path, body, headers = {}) =>
    admin.call(method, path, body, {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...headers,
    })
  return { admin, tenant: { ...world.company, id, call } }
}

const begin = ({ tenant }: Fresh) => tenant.call('POST', '/v1/merchant_account')
const stands = async ({ tenant }: Fresh) => (await tenant.call('GET', '/v1/merchant_account')).body
const link = async ({ tenant }: Fresh) =>
  String((await made(tenant.call('POST', '/v1/merchant_account/onboarding_link'))).url)

const WHOLE = {
  'company.name': 'Fresh Blooms LLC',
  'company.tax_id': '12-3456789',
  'company.address.line1': '1 Main Street',
  'company.owners_provided': 'yes',
  'representative.first_name': 'Ada',
  'representative.last_name': 'Roy',
  'representative.dob.day': '1980-01-01',
  external_account: '000123456789',
  'tos_acceptance.date': 'yes',
}

/** Fills in the processor's form, as a person's browser sends it. */
async function tell(url: string, told: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(told), redirect: 'manual' })
}

async function quick({ tenant }: Fresh): Promise<Answer> {
  const asked = await tenant.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    amount: 500,
    currency: 'usd',
    reference: 'Order 7',
  })
  if (asked.status >= 300) return asked
  return tenant.call('POST', `/v1/payment_requests/${asked.body.id}/send`, { email: 'payer@example.test' })
}

it('R-003 R-004 without an enabled account nothing is sent, and why is said; once it is enabled, everything is', async () => {
  const company = await fresh()
  expect(await stands(company)).toMatchObject({ status: 'none', charges_enabled: false, own: false })
  expect((await quick(company)).body).toMatchObject({
    status: 409,
    code: 'payments_account_missing',
    account_status: 'none',
  })
  expect((await begin(company)).body).toMatchObject({
    status: 'onboarding',
    missing: Object.keys(WHOLE).sort(),
  })
  expect((await quick(company)).body).toMatchObject({ account_status: 'onboarding' })
  const url = await link(company)
  const form = await (await fetch(url)).text()
  expect(form).toContain('Open a payments account')
  const back = await tell(url, { ...WHOLE, decision: 'approve' })
  expect([back.status, back.headers.get('location')]).toEqual([303, `${world.url}/settings/payments-account`])
  expect(await stands(company)).toMatchObject({
    status: 'enabled',
    missing: [],
    charges_enabled: true,
    payouts_enabled: true,
    settlement_currencies: ['usd'],
  })
  expect((await quick(company)).status).toBeLessThan(300)
  // And it is paid, on the account that was just opened.
  const [row] = await owned<{ account: string }>(
    world,
    'select processor_account account from payments.merchant_accounts order by id desc limit 1',
  )
  const asked = await made(
    company.tenant.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      amount: 900,
      currency: 'usd',
      reference: 'A',
    }),
  )
  const payee = { ...company.tenant, account: row?.account ?? '' }
  const paid = await pay(world, payee, await copiedLink(payee, asked.id), { amount: 900 })
  expect(paid.body).toMatchObject({ state: 'succeeded' })
})

it('what is left out is asked for again, by a new link; a used link leads to where one is made', async () => {
  const company = await fresh()
  await begin(company)
  const { external_account: _, ...some } = WHOLE
  const url = await link(company)
  await tell(url, some)
  expect(await stands(company)).toMatchObject({ status: 'onboarding', missing: ['external_account'] })
  const again = await fetch(url, { redirect: 'manual' })
  expect(again.headers.get('location')).toBe(`${world.url}/settings/payments-account?again=1`)
  await tell(await link(company), { external_account: '000123456789', decision: 'review' })
  expect(await stands(company)).toMatchObject({ status: 'in_review', missing: [] })
  expect((await quick(company)).body).toMatchObject({ account_status: 'in_review' })
})

it('the processor’s news arrives by webhook: a document wanted, approved, rejected', async () => {
  const company = await fresh()
  await begin(company)
  await tell(await link(company), { ...WHOLE, decision: 'review' })
  const stored = () =>
    owned<{ account: string; status: string }>(
      world,
      `select m.processor_account account, m.status from payments.merchant_accounts m order by m.id desc limit 1`,
    )
  const [row] = await eventually(stored, ([found]) => found?.status === 'in_review')
  const decide = (decision: string) =>
    world.play('POST', `/sandbox/accounts/${row?.account}/review`, { decision })
  await decide('document')
  await eventually(stored, ([found]) => found?.status === 'action_required')
  expect(await stands(company)).toMatchObject({
    status: 'action_required',
    missing: ['representative.verification.document'],
  })
  expect((await quick(company)).body).toMatchObject({ account_status: 'action_required' })
  await tell(await link(company), { 'representative.verification.document': 'yes', decision: 'approve' })
  const [enabled] = await eventually(stored, ([found]) => found?.status === 'enabled')
  expect(enabled?.status).toBe('enabled')
  expect((await quick(company)).status).toBeLessThan(300)
  await decide('reject')
  const [rejected] = await eventually(stored, ([found]) => found?.status === 'rejected')
  expect(rejected?.status).toBe('rejected')
  expect((await quick(company)).body).toMatchObject({ account_status: 'rejected' })
  const events = await owned<{ after: string }>(
    world,
    `select detail->>'after' after from identity.audit_events where action = 'merchant_account.changed'
     and company_id = (select company_id from payments.merchant_accounts order by id desc limit 1) order by id`,
  )
  expect(events.map(({ after }) => after)).toEqual(['in_review', 'action_required', 'enabled', 'rejected'])
})

it('begun many times at once, there is one account; and only who may begins one', async () => {
  const company = await fresh()
  const answers = await atOnce(4, () => begin(company))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const rows = await owned(
    world,
    `select 1 from payments.merchant_account_directory d join payments.merchant_accounts m using (company_id)
     where m.status = 'onboarding' and m.company_id = (select max(company_id::text)::uuid from payments.merchant_accounts)`,
  )
  expect(rows).toHaveLength(1)
  const cashier = await signedIn(world, company.tenant, 'cashier')
  expect((await cashier.call('GET', '/v1/merchant_account')).body).toMatchObject({ status: 'onboarding' })
  for (const path of ['/v1/merchant_account', '/v1/merchant_account/onboarding_link'])
    expect(
      (await cashier.call('POST', path, undefined, { 'idempotency-key': randomUUID() })).body,
    ).toMatchObject({
      code: 'permission_denied',
    })
})

it('a company with an account from before is as it was', async () => {
  const { body } = await world.company.call('GET', '/v1/merchant_account')
  expect(body).toMatchObject({
    status: 'enabled',
    settlement_currencies: expect.arrayContaining(['usd', 'eur']),
  })
  const again = await world.company.call('POST', '/v1/merchant_account', undefined, {
    'idempotency-key': 'again',
  })
  expect(again).toMatchObject({ status: 201, body: { status: 'enabled' } })
})

it('with the company’s own key there is nothing to set up here, and that is said', async () => {
  const own = await startWorld({ env: { STRIPE_PLATFORM: 'false' } })
  try {
    const company = async (values: Record<string, unknown>) => {
      const details = { name: 'Own', country: 'US', currency: 'usd', ...values }
      const { id } = (await runCommand(own.services, true, 'create-company', details)) as { id: string }
      return signedIn(own, { ...own.company, id }, 'admin')
    }
    const admin = await company({ 'own-account': true })
    expect((await admin.call('GET', '/v1/merchant_account')).body).toMatchObject({
      status: 'enabled',
      own: true,
    })
    const ask = (person: Person, path: string) =>
      person.call('POST', path, undefined, { 'idempotency-key': randomUUID() })
    const refused = { status: 409, body: { code: 'account_is_the_operators' } }
    expect(await ask(admin, '/v1/merchant_account/onboarding_link')).toMatchObject(refused)
    expect(await ask(await company({}), '/v1/merchant_account')).toMatchObject(refused)
  } finally {
    await own.stop()
  }
})

it('where the processor does not answer, nothing is half done and the next try ends it', async () => {
  const company = await fresh()
  const fault = { on: 'request', do: 'drop_after', times: 4, method: 'POST', path: '/v1/accounts' }
  await world.play('POST', '/sandbox/faults', fault)
  expect((await begin(company)).body).toMatchObject({ status: 503, code: 'processor_silent' })
  await world.play('DELETE', '/sandbox/faults')
  expect(await stands(company)).toMatchObject({ status: 'none' })
  expect((await begin(company)).body).toMatchObject({ status: 'onboarding' })
})
