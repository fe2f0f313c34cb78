import { fromWireId, newId } from '../../server/src/lib/ids.ts'
import { textFault } from '../../server/src/lib/text.ts'
import { sharedData, sharedFiles, sharedJson } from '../support/shared-data.ts'
import { newMember, Person } from '../support/staff.ts'
import { made, mailTo, owned, pay, quickLink, upload } from '../support/story.ts'
import { payer, type Tenant, type World } from '../support/world.ts'

/** What would be markup, script, a formula or a template, were it ever taken for more than text. */
const PAYLOADS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '</textarea></title></style></script><iframe src=javascript:alert(1)>',
  'javascript:alert(1)//',
  '<a href="javascript:alert(1)">x</a>',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what it is
  '${alert(1)}',
  '<b {a, plural, other {#}}>',
  '=HYPERLINK("https://thief.test")',
  '\u202Egnp.<base href=//thief.test>',
  '<meta http-equiv=refresh content="0;url=//thief.test">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<style>*{display:none}</style>',
  '<form action=//thief.test><input name=password>',
]

/** Every legal string of the nasty lists, where this machine has them. */
function nastyStrings(): string[] {
  if (sharedData('nasty/blns.json') === undefined) return []
  const all = sharedFiles('nasty').flatMap((path) =>
    path.endsWith('.json') ? sharedJson<string[]>(path) : (sharedData(path) ?? '').split(/\r?\n/),
  )
  return [...new Set(all)].filter((text) => text !== '' && textFault(text, 490) === undefined)
}

/** A text for a field, with a payload and a name of its own, so that it is known again. */
let count = 0
function hostile(field: string): string {
  count += 1
  return `${PAYLOADS[count % PAYLOADS.length]} ${field}${count}`
}

/** Texts of at most `length` characters that hold all of these together, a line for each. */
function packed(texts: readonly string[], length: number): string[] {
  const packs: string[] = []
  for (const text of texts) {
    const last = packs.at(-1)
    if (last === undefined || last.length + text.length + 1 > length) packs.push(text)
    else packs[packs.length - 1] = `${last}\n${text}`
  }
  return packs
}

export interface HostileCompany {
  admin: Person
  /** What each screen must show as it was typed, by its path. */
  screens: Readonly<Record<string, readonly string[]>>
  /** Of a request that still can be paid. */
  payPage: string
  shownToPayers: readonly string[]
}

/** A company in which every text that somebody could type, or another system could tell, is hostile. */
export async function hostileCompany(world: World): Promise<HostileCompany> {
  const companyName = hostile('company')
  const tenant = await world.newCompany({ name: companyName })
  const call = async (method: string, path: string, body?: unknown) => made(tenant.call(method, path, body))
  const company = {
    legal_name: hostile('legal'),
    address_lines: [hostile('street')],
    tax_id: '<i onclick=alert(1)>tax',
    phone: '<i>+13055550142',
  }
  await call('PATCH', '/v1/company', company)
  const adminName = hostile('admin')
  const admin = await newMember(world, tenant, 'admin', { name: adminName })
  const agent = '<img src=x onerror=alert(1)> agent'
  const elsewhere = new Person(world, admin.email, admin.password)
  const { email, password } = admin
  await elsewhere.call('POST', '/v1/session', { email, password }, { 'user-agent': agent })

  const customer = {
    name: hostile('customer'),
    code: hostile('code'),
    tax_id: hostile('taxId'),
    address_lines: [hostile('line1'), hostile('line2')],
    meta: { trap: hostile('meta') },
  }
  const { id } = await call('POST', '/v1/customers', { ...customer, email: 'trap@customer.test' })
  const contact = hostile('contact')
  await call('POST', `/v1/customers/${id}/contacts`, { name: contact })

  const invoice = await hostileInvoice(tenant, String(id))
  const requests = await hostileRequests(world, tenant, String(id))
  const settings = await hostileSettings(world, tenant, [companyName, adminName, customer.meta.trap])
  const { name, code, address_lines, tax_id } = customer
  return {
    admin,
    payPage: requests.payPage,
    shownToPayers: [companyName, ...requests.open],
    screens: {
      '': [companyName, name, requests.declined],
      'pay/requests': [companyName, name, requests.declined],
      [`pay/requests/${requests.quick}`]: [...requests.quickTexts, name],
      [`pay/requests/${requests.detailed}`]: requests.detailedTexts,
      customers: [name, contact],
      [`customers/${id}`]: [name, code, ...address_lines, tax_id, contact],
      [`customers/${id}/edit`]: [name, code, address_lines.join('\n'), tax_id],
      [`customers?q=${encodeURIComponent(name)}`]: [name],
      invoices: [name],
      [`invoices/${invoice.id}`]: [...invoice.texts, name, ...address_lines],
      [`invoices/${invoice.id}/edit`]: [...invoice.head, name],
      'settings/company': [companyName, company.legal_name, company.tax_id, company.phone],
      'settings/account': [adminName, agent],
      'settings/audit-trail?type=session.started': [adminName, agent],
      ...settings,
    },
  }
}

async function hostileInvoice(tenant: Tenant, customer: string) {
  const texts = packed([...nastyStrings(), ...PAYLOADS], 490)
  const head = { order_reference: hostile('order'), note: hostile('note') }
  const tax = hostile('tax')
  const order = {
    ...head,
    customer,
    currency: 'usd',
    discount: { label: hostile('discount'), amount: '1.00' },
    lines: texts.map((description, at) => ({
      description,
      quantity: '1',
      unit: `<u>${at}`,
      unit_price: '10.00',
      taxes: [{ rate: '10', name: tax }],
    })),
  }
  const { id } = await made(tenant.call('POST', '/v1/invoices', order))
  const numbered = `number,issued_on,customer_name,unit_price,description\n"<img src=x onerror=alert(1)> 7",2026-01-31,Café,5.00,Roses\n`
  await made(
    tenant.call('POST', '/v1/invoices/import?currency=usd', Buffer.from(numbered), {
      'content-type': 'text/csv',
    }),
  )
  return { id: String(id), head: Object.values(head), texts: [...Object.values(head), tax, '<u>0', ...texts] }
}

async function hostileRequests(world: World, tenant: Tenant, customer: string) {
  const fileName = '<img src=x onerror=alert(1)>.pdf'
  const file = await made(upload(tenant, fileName))
  const detailed = {
    title: hostile('title'),
    reference: hostile('detailedReference'),
    message: packed(nastyStrings(), 4_900)[0] ?? hostile('message'),
    part_of: { label: hostile('part'), total: 900 },
  }
  const asked = await made(
    tenant.call('POST', '/v1/payment_requests', {
      ...detailed,
      kind: 'detailed',
      currency: 'usd',
      subtotal: 100,
      tax: 0,
      shipping: 0,
      customer,
      attachments: [file.id],
    }),
  )
  const quick = { reference: hostile('reference'), message: hostile('message'), customer }
  const { url, request } = await quickLink(tenant, 4_000, quick)
  await pay(world, tenant, url, { amount: 4_000, card: '4000000000009995' })
  // The processor's own words for a decline that nobody here knows.
  const declined = hostile('decline')
  await owned(
    world,
    `update identity.audit_events set detail = jsonb_set(detail, '{decline_code}', to_jsonb($1::text))
     where company_id = $2 and action = 'payment.failed'`,
    [declined, fromWireId('co', tenant.id)],
  )
  const name = hostile('payer')
  const token = await world.card(tenant)
  const submission = {
    submit_key: crypto.randomUUID(),
    confirmation_token: token,
    amount: 4_000,
    currency: 'USD',
  }
  const { payment } = (await payer('POST', `${url}/payments`, { ...submission, name, email: 'p@payer.test' }))
    .body
  const reason = hostile('reason')
  const refund = { payment, amount: 100, reason }
  await made(tenant.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'hostile' }))
  const open = { reference: hostile('openReference'), message: hostile('openMessage'), customer }
  const newest = await quickLink(tenant, 5_000, open)
  // Declined and not paid since: a person is to look at it.
  await pay(world, tenant, newest.url, { amount: 5_000, card: '4000000000000002' })
  await world.settle()
  return {
    quick: request,
    quickTexts: [quick.reference, quick.message, name, declined],
    detailed: String(asked.id),
    detailedTexts: [detailed.title, detailed.reference, detailed.message, detailed.part_of.label, fileName],
    declined: open.reference,
    payPage: newest.url,
    open: [open.reference, open.message],
  }
}

/** What stands in the settings, by the screens there. */
async function hostileSettings(
  world: World,
  tenant: Tenant,
  [companyName, adminName, meta]: readonly [string, string, string],
): Promise<Record<string, string[]>> {
  const reply = {
    name: hostile('reply'),
    subject: hostile('subject'),
    body: `${hostile('body')} { customer.meta_trap }`,
  }
  const { id } = await made(
    tenant.call('POST', '/v1/templates', { ...reply, kind: 'request', language: 'en' }),
  )
  const thanks = hostile('thanks')
  await made(tenant.call('PATCH', '/v1/settings', { 'thankyou.text': { en: thanks, fr: null } }))
  const key = hostile('key')
  await made(tenant.call('POST', '/v1/api_keys', { name: key, permissions: ['requests.read'] }))
  const [address, detail] = [hostile('suppressed').toLowerCase(), hostile('diagnosis')]
  await owned(
    world,
    `insert into messaging.suppressions (company_id, id, address, reason, detail) values ($1, $2, $3, 'bounced', $4)`,
    [fromWireId('co', tenant.id), newId<'sup'>(), address, detail],
  )
  const invited = hostile('colleague')
  const colleague = 'trap@staff.test'
  await made(tenant.call('POST', '/v1/members', { email: colleague, name: invited, roles: ['sales'] }))
  await world.settle()
  const [mail] = await mailTo(world, colleague)
  const link = /https?:\/\/\S+\/(accept-invitation\?token=\S+)/.exec(mail?.text ?? '')?.[1] ?? 'no-link'
  return {
    'settings/templates': [reply.name],
    // The preview fills it in for the newest request, and so with what is known of its customer.
    [`settings/templates/${id}`]: [reply.name, reply.subject, reply.body, meta],
    'settings/thank-you': [thanks],
    'settings/staff': [adminName],
    'settings/api-keys': [key],
    'settings/suppressed': [address, detail],
    [link]: [companyName, colleague],
  }
}
