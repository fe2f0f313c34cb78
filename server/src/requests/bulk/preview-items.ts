import { type Db, readingOnce } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { requireDeliverable } from '../../messaging/index.ts'
import { checkLinksAllowed } from '../check-links-allowed.ts'
import { checkCount } from '../create-request.ts'
import { RecipientMissing } from '../errors.ts'
import type { BulkKind, BulkOrder } from './bulk-order.ts'
import { nothingLeft, type PlannedItem, planItems } from './plan-items.ts'

export interface PreviewedItem extends PlannedItem {
  /** Why it would get nothing, as sending would say. */
  refusal: { code: string; detail: string } | null
}

/** Who would get what, to which address, and who nothing and why, as things stand. */
export async function previewItems(db: Db, order: BulkOrder): Promise<PreviewedItem[]> {
  const once = readingOnce(db)
  const planned = await planItems(once, order)
  return Promise.all(
    planned.map(async (item) => ({ ...item, refusal: await refusalOf(once, order.what.kind, item) })),
  )
}

async function refusalOf(db: Db, kind: BulkKind, item: PlannedItem): Promise<PreviewedItem['refusal']> {
  try {
    await check(db, kind, item)
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, detail: error.message }
  }
}

async function check(db: Db, kind: BulkKind, item: PlannedItem): Promise<void> {
  const { amount: open, currency, customerId, invoices, recipient } = item
  if (kind === 'payment_links') {
    const asked = invoices.filter(({ why }) => why === null)
    if (asked.length === 0) throw nothingLeft(invoices)
    checkCount(asked.length)
    await checkLinksAllowed(db, { origin: 'invoice_request', customerId, open, currency, channel: 'email' })
  }
  if (recipient === null)
    throw new RecipientMissing(
      'There is no e-mail address to send this to. Nothing was sent; give one, or add it to the customer.',
      { field: 'emails' },
    )
  await requireDeliverable(db, recipient, kind === 'statements' ? 'statement' : 'payment_request')
}
