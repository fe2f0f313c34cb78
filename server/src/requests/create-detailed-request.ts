import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Tx } from '../lib/db/index.ts'
import { allocate, sumAmounts } from '../lib/money.ts'
import { type OwnDocument, writeOwnDocument } from './create-request.ts'
import { ItemsDoNotFit } from './errors.ts'
import { percentOf } from './part-of.ts'
import type { PaymentRequest } from './requests.queries.ts'

export interface DetailedRequest extends OwnDocument {
  title: string
  currency: Currency
  /** Minor units, none negative. Of the whole job where a percentage of it is asked for, else of what is asked. */
  subtotal: bigint
  tax: bigint
  shipping: bigint
  partOf: { label: string | null; total: bigint | null; percent: string | null } | null
}

/**
 * Asks for subtotal, tax and shipping together: the request is its own document, and a draft until it
 * is sent. Of a part by percentage the amount is half up, and its three shares are by largest remainder, so that
 * they sum to it exactly.
 */
export async function createDetailedRequest(
  tx: Tx,
  actor: Actor,
  order: DetailedRequest,
): Promise<PaymentRequest> {
  const { currency, title } = order
  const entries = [order.subtotal, order.tax, order.shipping]
  const entered = sumAmounts(entries)
  const percent = order.partOf?.percent ?? null
  const total = percent === null ? entered : percentOf(entered, percent, currency)
  const [subtotal = 0n, tax = 0n, shipping = 0n] = total === entered ? entries : allocate(total, entries)
  return writeOwnDocument(tx, actor, order, {
    kind: 'detailed',
    currency,
    total,
    detail: {
      title,
      breakdown: { subtotal: subtotal.toString(), tax: tax.toString(), shipping: shipping.toString() },
      partOf: order.partOf === null ? null : { ...order.partOf, total: wholeOf(order, entered).toString() },
    },
  })
}

/** By percentage the entries are the whole; otherwise it must be given, and is no less than what is asked. */
function wholeOf({ partOf }: DetailedRequest, entered: bigint): bigint {
  const total = partOf?.total ?? null
  if (partOf?.percent != null && total !== null && total !== entered) {
    throw new ItemsDoNotFit(
      `With a percent, subtotal, tax and shipping are those of the whole job: they come to ${entered}, and part_of.total says ${total}. Nothing was created.`,
      { field: 'part_of.total', details: { expected: Number(entered) } },
    )
  }
  if (partOf?.percent == null && (total === null || total < entered)) {
    throw new ItemsDoNotFit(
      'part_of needs the total of the whole job, no less than this part, or a percent. Nothing was created.',
      { field: 'part_of.total' },
    )
  }
  return total ?? entered
}
