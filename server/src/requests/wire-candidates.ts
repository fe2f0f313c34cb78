import type { CustomerId } from '../customers/index.ts'
import { type Db, sql } from '../lib/db/index.ts'
import type { Payment } from '../payments/index.ts'
import { unusedOf } from '../receivables/index.ts'
import { findRequests, type PaymentRequest, type RequestId } from './requests.queries.ts'
import { hasReference, plain } from './wire-reference.ts'

/** Why something may be what a wire is for. */
export const MATCH_REASONS = [
  'reference_code',
  'reference_named',
  'reference_alike',
  'amount_equal',
  'amount_over',
  'amount_short',
  'sender_alike',
  'asked_lately',
] as const
export type MatchReason = (typeof MATCH_REASONS)[number]

export interface Candidate {
  request: PaymentRequest
  /** 0 to 100: the sum of the points. */
  score: number
  reasons: { reason: MatchReason; points: number }[]
}

const MOST_LOOKED_AT = 200
const MOST_SHOWN = 10
const LATELY_MS = 30 * 24 * 3_600_000

/** What is open of a customer by requests that were made, the newest first. */
export async function openRequestsOf(
  db: Db,
  customerId: CustomerId,
  currency: string,
): Promise<PaymentRequest[]> {
  const rows = await db.many(sql<{ id: RequestId }>`
    select id from requests.requests
    where company_id = ${db.companyId} and customer_id = ${customerId} and currency = ${currency}
      and state <> 'voided' and settled_at is null
    order by id desc limit ${MOST_LOOKED_AT}`)
  const found = await findRequests(
    db,
    rows.map(({ id }) => id),
  )
  return found.filter(({ open, inFlight }) => open > inFlight).sort((a, b) => (a.id < b.id ? 1 : -1))
}

/**
 * What a wire may be for, the likeliest first, each with why: the reference that we gave for it, or its own name in what
 * the sender wrote, the amount, the sender's name beside the customer's, and when it was asked for.
 */
export async function findCandidates(db: Db, payment: Payment, customerId: CustomerId): Promise<Candidate[]> {
  const left = await unusedOf(db, payment.id)
  const requests = await openRequestsOf(db, customerId, payment.currency)
  return requests
    .map((request) => {
      const reasons = reasonsOf(payment, left, request)
      return { request, reasons, score: reasons.reduce((sum, { points }) => sum + points, 0) }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
}

function reasonsOf(payment: Payment, left: bigint, request: PaymentRequest): Candidate['reasons'] {
  const written = payment.wire?.reference ?? null
  const reasons: Candidate['reasons'] = []
  const add = (reason: MatchReason, points: number) => {
    if (points > 0) reasons.push({ reason, points })
  }
  const names = [request.reference, ...request.snapshot.documents.map(({ number }) => number)]
  if (hasReference(written, request.id)) add('reference_code', 45)
  else if (names.some((name) => isNamed(written, name))) add('reference_named', 35)
  else
    add(
      'reference_alike',
      Math.round(25 * Math.max(0, ...names.map((name) => likeness(written ?? '', name)))),
    )
  if (left === request.open) add('amount_equal', 30)
  else if (left > request.open) add('amount_over', isNear(left, request.open) ? 20 : 8)
  else add('amount_short', isNear(left, request.open) ? 15 : 5)
  add(
    'sender_alike',
    Math.round(15 * likeness(payment.wire?.sender ?? '', request.snapshot.customerName ?? '')),
  )
  const at = request.sentAt ?? request.createdAt
  if (payment.createdAt.getTime() - at.getTime() < LATELY_MS) add('asked_lately', 10)
  return reasons
}

/** Short names are in everything. */
function isNamed(written: string | null, name: string): boolean {
  const asked = plain(name)
  return asked.length >= 4 && plain(written ?? '').includes(asked)
}

/** Within a tenth. */
function isNear(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a
  return difference * 10n <= b
}

/** How many pairs of neighbouring letters two names share (Dice), 0 to 1. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairs(plain(a)), pairs(plain(b))]
  if (ofA.size === 0 || ofB.size === 0) return 0
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length
  return (2 * shared) / (ofA.size + ofB.size)
}

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
