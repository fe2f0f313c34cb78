import {
  NO_AMOUNT,
  NO_CURRENCY,
  NO_DATE,
  NO_DECIMAL,
  NO_FLAG,
  NO_ID,
  NO_LIST,
  NO_TEXT,
  Raw,
} from './values.ts'

export interface Door {
  method: string
  path: string
  good: Record<string, unknown>
  /** Which values each field refuses. */
  bad: Record<string, readonly unknown[]>
  headers?: Record<string, string>
}

/** Bodies that are right, and for each field what it refuses for its meaning; `ids` are of the company that asks. */
export function doors(ids: Record<string, string>): Door[] {
  const line = { description: 'Roses', quantity: '1', unit_price: '10.00' }
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, NO_TEXT]))
  const customer = {
    ...texts('name', 'code', 'email', 'phone', 'language', 'country', 'tax_id'),
    language: [...NO_TEXT, 'de', 'EN', 'en-US'],
    country: [...NO_TEXT, 'us', 'USA', 'U'],
    phone: [...NO_TEXT, 'call me', '12', '+', '++15145550199x'],
    email: [
      ...NO_TEXT,
      'x',
      '@',
      'a@b',
      'a b@example.test',
      'a@example.test\r\nBcc: b@example.test',
      'a@example.test,b@example.test',
      '<a@example.test>',
    ],
    address_lines: [{}, 3, 'x', null, [null], [[]], [3], [''], Array(9).fill('x'), ['a\u0000b']],
    payment_links_enabled: [...NO_FLAG, null],
  }
  const order = {
    currency: NO_CURRENCY,
    customer: NO_ID,
    lines: NO_LIST,
    'lines.0.description': NO_TEXT,
    'lines.0.quantity': NO_DECIMAL,
    'lines.0.unit_price': [...NO_DECIMAL, '-10.00', '999999999999999'],
    'lines.0.unit': NO_TEXT,
    'lines.0.taxes': [
      {},
      'x',
      3,
      [3],
      [{}],
      [{ rate: 10 }],
      [{ rate: '-1' }],
      [{ rate: '101' }],
      [{ rate: '1', extra: 1 }],
      Array(6).fill({ rate: '1' }),
    ],
    issued_on: NO_DATE,
    due_on: NO_DATE,
    order_reference: NO_TEXT,
    note: NO_TEXT,
    tax_included: [...NO_FLAG, null],
    discount: [
      3,
      'x',
      [],
      {},
      { label: 'x' },
      { label: 'x', amount: 1 },
      { label: '', amount: '1' },
      { label: 'x', amount: '-1' },
      { label: 'x', amount: '11' },
    ],
    shipping: [3, 'x', [], {}, { amount: 1 }, { amount: '-1' }, { amount: '1', taxes: 3 }],
  }
  return [
    {
      method: 'POST',
      path: '/v1/customers',
      good: { name: 'X' },
      bad: { ...customer, ...texts('source', 'external_id') },
    },
    { method: 'PATCH', path: `/v1/customers/${ids.cus}`, good: { name: 'X' }, bad: customer },
    {
      method: 'POST',
      path: `/v1/customers/${ids.cus}/contacts`,
      good: { name: 'X' },
      bad: { name: NO_TEXT, email: customer.email, phone: customer.phone },
    },
    {
      method: 'PATCH',
      path: `/v1/customers/${ids.cus}/contacts/${ids.con}`,
      good: { name: 'X' },
      bad: { name: NO_TEXT, email: customer.email, phone: customer.phone },
    },
    {
      method: 'POST',
      path: '/v1/invoices',
      good: { customer: ids.cus, currency: 'usd', lines: [line] },
      bad: order,
    },
    {
      method: 'POST',
      path: '/v1/payment_requests',
      good: { kind: 'quick', amount: 1_000, currency: 'usd', reference: 'A' },
      bad: {
        kind: ['invoice', 'statement', '', 3, null, {}],
        amount: [...NO_AMOUNT, null, 49],
        currency: [...NO_CURRENCY, 'kwd', 'dkk'],
        reference: NO_TEXT,
        message: NO_TEXT,
        customer: NO_ID.filter((id) => id !== null),
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_requests',
      good: { kind: 'invoice', invoices: [ids.inv] },
      bad: { invoices: [...NO_LIST, [ids.cus], [ids.inv, 'x'], Array(501).fill(ids.inv)], message: NO_TEXT },
    },
    {
      method: 'POST',
      path: `/v1/payment_requests/${ids.req}/send`,
      good: { email: 'a@example.test' },
      bad: { email: customer.email, name: NO_TEXT },
    },
    {
      method: 'POST',
      path: '/v1/payment_links',
      good: { payment_request: ids.req },
      bad: { payment_request: NO_ID },
    },
    {
      method: 'POST',
      path: '/v1/refunds',
      good: { payment: ids.pay, amount: 100 },
      bad: {
        payment: NO_ID,
        amount: [...NO_AMOUNT, null, 4_001],
        reason: NO_TEXT,
        treatment: ['x', '', null, 3, 'reduce_sale'],
      },
      headers: { 'idempotency-key': 'bad' },
    },
    {
      method: 'POST',
      path: '/v1/api_keys',
      good: { name: 'X', permissions: ['events.read'] },
      bad: { name: NO_TEXT, permissions: [...NO_LIST, ['all'], ['events.read', 'events.read']] },
    },
    {
      method: 'PATCH',
      path: '/v1/settings',
      good: { 'link.expiry.hours.invoice_link': 24 },
      bad: {
        'link.expiry.hours.invoice_link': [0, -1, 1.5, 8761, null, '24', true, [], {}, new Raw('1e400')],
        'no.such.setting': [1],
        'company.payment_links_enabled': [false, 'x'],
      },
    },
  ]
}

/** The same body with one field otherwise; `lines.0.unit` is a field of the first line. */
export function put(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(body)
  const parts = path.startsWith('lines.') ? path.split('.') : [path]
  let at: Record<string, unknown> = copy
  for (const part of parts.slice(0, -1)) at = at[part] as Record<string, unknown>
  at[parts.at(-1) ?? ''] = value
  return copy
}
