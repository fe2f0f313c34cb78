import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { atOnce, made, owned } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Told {
  key: string
  value: unknown
  default: unknown
  is_default: boolean
  changeable_by: string
  description: string
  schema: Record<string, unknown>
}

async function settings(tenant: Tenant): Promise<Map<string, Told>> {
  const { data } = await made(tenant.call('GET', '/v1/settings'))
  return new Map((data as Told[]).map((told) => [told.key, told]))
}

const valuesOf = async (tenant: Tenant) => (await made(tenant.call('GET', '/v1/settings'))).values

const operate = (command: string, values: Record<string, unknown>) =>
  runCommand(world.services, true, command, values)

async function auditOf(tenant: Tenant, key: string): Promise<{ before: unknown; after: unknown }[]> {
  const rows = await owned<{ detail: { before: unknown; after: unknown } }>(
    world,
    `select detail from identity.audit_events
     where company_id = $1 and action = 'setting.changed' and detail->>'key' = $2 order by xact, id`,
    [fromWireId('co', tenant.id), key],
  )
  return rows.map(({ detail: { before, after } }) => ({ before, after }))
}

it('A19 every setting says its value, its default, what it may be, what it means and who may change it', async () => {
  const told = await settings(await world.newCompany())
  for (const setting of told.values()) {
    expect(setting).toMatchObject({ is_default: true, value: setting.default })
    expect(setting.description.length).toBeGreaterThan(20)
    expect(Object.keys(setting.schema).length).toBeGreaterThan(0)
  }
  const of = (key: string) => told.get(key)
  expect(of('link.expiry.mode.invoice_link')).toMatchObject({
    value: 'after_open',
    schema: { enum: ['none', 'after_open', 'after_issue'] },
    changeable_by: 'company',
  })
  expect(of('link.expiry.hours.invoice_link')?.value).toBe(24)
  expect(of('link.expiry.mode.request')?.value).toBe('none')
  expect(of('link.renewal')?.value).toBe('auto_issue')
  expect(of('invoice.manual_link')?.value).toBe('ticked')
  expect(of('invoice.auto_link')).toMatchObject({ value: 'always', changeable_by: 'operator' })
  expect(of('company.payment_links_enabled')).toMatchObject({ value: true, changeable_by: 'operator' })
  expect(of('links.master_role')).toMatchObject({ value: 'operator', changeable_by: 'operator' })
})

it('several settings change at once, all or none, each audited with before and after', async () => {
  const company = await world.newCompany()
  const changed = await made(
    company.call('PATCH', '/v1/settings', { 'link.renewal': 'merchant_only', 'link.retry_same': false }),
  )
  expect(changed.values).toMatchObject({ 'link.renewal': 'merchant_only', 'link.retry_same': false })
  expect((await settings(company)).get('link.renewal')).toMatchObject({
    is_default: false,
    default: 'auto_issue',
  })
  const before = await valuesOf(company)
  const refused = [
    [{ 'link.renewal': 'auto_issue', 'link.retry_same': 'yes' }, 400, 'invalid_request'],
    [{ 'link.renewal': 'auto_issue', 'no.such': 1 }, 400, 'invalid_request'],
    [{ 'link.renewal': 'auto_issue', 'channels.enabled': [] }, 400, 'invalid_request'],
    [{ 'link.renewal': 'auto_issue', 'links.master_role': 'admin' }, 403, 'setting_is_the_operators'],
  ] as const
  for (const [body, status, code] of refused) {
    expect(await company.call('PATCH', '/v1/settings', body)).toMatchObject({ status, body: { code } })
  }
  expect(await valuesOf(company)).toEqual(before)
  expect(await auditOf(company, 'link.renewal')).toEqual([{ before: 'auto_issue', after: 'merchant_only' }])
  // The same again is no change.
  await made(company.call('PATCH', '/v1/settings', { 'link.renewal': 'merchant_only' }))
  expect(await auditOf(company, 'link.renewal')).toHaveLength(1)
})

it('changed by many at once, a setting’s audit trail is one chain', async () => {
  const company = await world.newCompany()
  const hours = [3, 5, 7, 9, 11, 13]
  await atOnce(hours.length, (index) =>
    made(
      company.call('PATCH', '/v1/settings', {
        'link.expiry.hours.request': hours[index],
        'link.expiry.hours.invoice_link': hours[index],
      }),
    ),
  )
  for (const key of ['link.expiry.hours.request', 'link.expiry.hours.invoice_link']) {
    const trail = await auditOf(company, key)
    expect(trail).toHaveLength(hours.length)
    const next = new Map(trail.map(({ before, after }) => [before, after]))
    let at: unknown = 24
    for (let step = 0; step < hours.length; step += 1) at = next.get(at)
    expect((await settings(company)).get(key)?.value).toBe(at)
  }
})

it('R-119 R-120 K4 the operator is master of the company’s and the automatic links, until they say admin', async () => {
  const company = await world.newCompany()
  const mine = { 'invoice.auto_link': 'off', 'company.payment_links_enabled': false }
  for (const [key, value] of Object.entries(mine)) {
    const answer = await company.call('PATCH', '/v1/settings', { [key]: value })
    expect(answer).toMatchObject({ status: 403, body: { code: 'setting_is_the_operators', field: key } })
  }
  const shown = (await operate('settings', { company: company.id })) as Record<string, unknown>
  expect(shown['invoice.auto_link']).toEqual({
    value: 'always',
    default: 'always',
    changeable_by: 'operator',
  })
  const set = await operate('set', {
    company: company.id,
    setting: ['links.master_role=admin', 'link.expiry.hours.request=48'],
  })
  expect(set).toEqual({
    changed: [
      { key: 'link.expiry.hours.request', before: 24, after: 48 },
      { key: 'links.master_role', before: 'operator', after: 'admin' },
    ],
  })
  expect((await settings(company)).get('invoice.auto_link')?.changeable_by).toBe('company')
  expect((await made(company.call('PATCH', '/v1/settings', mine))).values).toMatchObject(mine)
  const role = await company.call('PATCH', '/v1/settings', { 'links.master_role': 'operator' })
  expect(role).toMatchObject({ status: 403, body: { code: 'setting_is_the_operators' } })
  await expect(
    operate('set', { company: company.id, setting: ['invoice.auto_link=sometimes'] }),
  ).rejects.toThrow('does not take this value')
})

it('A19 each preset makes the settings its own, whichever was applied before, and lists what is the operator’s', async () => {
  const company = await world.newCompany()
  const { data } = await made(company.call('GET', '/v1/settings/presets'))
  const presets = data as { name: string; values: Record<string, unknown> }[]
  expect(presets.map(({ name }) => name)).toEqual(['kinnek', 'komet', 'koronet', 'komet_receiving', 'kimoby'])
  for (const { name, values } of [...presets, ...presets.toReversed()]) {
    const applied = await made(company.call('POST', `/v1/settings/presets/${name}/apply`))
    expect(applied).toMatchObject({ object: 'applied_preset', name, skipped: [] })
    expect(await valuesOf(company)).toMatchObject(values)
  }
  const komet = presets.find(({ name }) => name === 'komet')?.values
  expect(komet).toMatchObject({
    'requests.standalone': false,
    'requests.kinds': ['invoice'],
    'link.expiry.mode.invoice_link': 'after_open',
    'link.expiry.hours.invoice_link': 24,
    'link.renewal': 'customer_can_ask',
    'link.when_settled': 'allow_overpayment',
    'link.retry_same': false,
    'invoice.manual_link': 'unticked',
  })
  expect(await company.call('POST', '/v1/settings/presets/toString/apply')).toMatchObject({ status: 404 })

  await operate('set', { company: company.id, setting: ['invoice.auto_link=off', 'link.retry_same=true'] })
  const own = await made(company.call('POST', '/v1/settings/presets/komet/apply'))
  expect(own.skipped).toEqual([{ key: 'invoice.auto_link', wanted: 'always' }])
  expect(own.changed).toContainEqual({ key: 'link.retry_same', before: true, after: false })
  expect(await valuesOf(company)).toMatchObject({ 'invoice.auto_link': 'off', 'link.retry_same': false })
  expect(await operate('preset', { company: company.id, name: 'komet' })).toEqual({
    changed: [{ key: 'invoice.auto_link', before: 'off', after: 'always' }],
    skipped: [],
  })
  expect(await valuesOf(company)).toMatchObject(komet ?? {})
})

it('a preset applied again with the same key is applied once', async () => {
  const company = await world.newCompany()
  const apply = () =>
    company.call('POST', '/v1/settings/presets/kimoby/apply', undefined, { 'idempotency-key': 'once' })
  const [first, second] = [await apply(), await apply()]
  expect(second.body).toEqual(first.body)
  expect(await auditOf(company, 'channels.enabled')).toHaveLength(1)
})

it('what companies had set of invoice links’ hours is carried over to the mode and the hours', async () => {
  const companies = [await world.newCompany(), await world.newCompany()]
  for (const [index, value] of ['48', 'null'].entries()) {
    await owned(
      world,
      `insert into identity.settings (company_id, id, key, value)
       values ($1, gen_random_uuid(), 'link.expiry.invoice_link.hours', $2)`,
      [fromWireId('co', companies[index]?.id ?? ''), value],
    )
  }
  await owned(world, readFileSync('server/migrations/0012-expiry-settings.sql', 'utf8'))
  const [hours, never] = await Promise.all(companies.map(valuesOf))
  expect(hours).toMatchObject({
    'link.expiry.mode.invoice_link': 'after_open',
    'link.expiry.hours.invoice_link': 48,
  })
  expect(never).toMatchObject({ 'link.expiry.mode.invoice_link': 'none' })
})
