import type { Kind } from '../kinds.ts'
import { invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'
import { present } from './present.ts'

const kindOfPrefix: { [prefix: string]: Kind } = {
  acct: 'account',
  ch: 'charge',
  cus: 'customer',
  dp: 'dispute',
  file: 'file',
  pi: 'payment_intent',
  mandate: 'mandate',
  pm: 'payment_method',
  po: 'payout',
  py: 'charge',
  re: 'refund',
  seti: 'setup_intent',
  txn: 'balance_transaction',
}

const expandable = new Set([
  'balance_transaction',
  'charge',
  'customer',
  'destination',
  'failure_balance_transaction',
  'latest_charge',
  'mandate',
  'on_behalf_of',
  'payment_intent',
  'payment_method',
  'source',
])

type Json = { [field: string]: unknown }

/** Replaces ids by objects along the paths of `expand[]`, up to four deep. */
export function expandAll(call: Call, result: unknown, paths: string[]): unknown {
  for (const path of paths) {
    const parts = path.split('.')
    if (parts.length > 4 + (parts[0] === 'data' ? 1 : 0)) {
      throw invalidRequest('You cannot expand more than 4 levels of a property.', { param: 'expand' })
    }
    expandPath(call, result, parts, path)
  }
  return result
}

function expandPath(call: Call, at: unknown, parts: string[], path: string): void {
  const [part, ...rest] = parts
  if (part === undefined || typeof at !== 'object' || at === null) return
  const object = at as Json
  if (part === 'data' && Array.isArray(object.data)) {
    for (const item of object.data) expandPath(call, item, rest, path)
    return
  }
  // A property that this object has only at times may be asked for at any time.
  if (object.object === 'refund' && part === 'failure_balance_transaction') object[part] ??= null
  if (part === 'refunds' && object.object === 'charge') {
    object.refunds ??= refundsOf(call, String(object.id))
  } else if (!Object.hasOwn(object, part) || !mayExpand(object, part)) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
  } else if (typeof object[part] === 'string') {
    const id = object[part]
    const kind = kindOfPrefix[id.slice(0, id.indexOf('_'))]
    const found = kind && call.world.store.get(kind, call.account, id)
    if (kind && found) object[part] = present(call, kind, found)
    else if (id.startsWith('ba_')) object[part] = bankOf(call, id) ?? id
  }
  expandPath(call, object[part], rest, path)
}

function mayExpand(object: Json, part: string): boolean {
  if (object[part] !== null && typeof object[part] === 'object') return true
  return expandable.has(part) && !(object.object === 'charge' && part === 'payment_method')
}

/** A bank account is a part of the account that it belongs to. */
function bankOf({ world, account }: Call, id: string) {
  const owner = world.store.get('account', world.platformAccount, account)
  return owner?.external_accounts?.data.find((bank) => bank.id === id)
}

function refundsOf(call: Call, charge: string) {
  const page = call.world.store.list('refund', call.account, { limit: 10, where: { charge } })
  return {
    object: 'list',
    data: page?.data ?? [],
    has_more: page?.hasMore ?? false,
    url: `/v1/charges/${charge}/refunds`,
  }
}
