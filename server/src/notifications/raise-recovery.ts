import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findInvoices, type InvoiceId, receivableEvents } from '../receivables/index.ts'
import { addPriority, resolveOf } from './priorities.queries.ts'
import { requestOf } from './request-of.ts'

const KIND = receivableEvents.recoveryRaised.type

/** A recovery invoice waits: nobody but staff was told of it, so somebody sends it, or lets it go. */
export async function raiseRecoveryPriority(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const [invoice] = await findInvoices(tx, [event.subjectId as InvoiceId])
    if (invoice?.recovers == null || invoice.open === 0n) return
    await addPriority(tx, {
      kind: KIND,
      subject: { type: 'invoice', id: invoice.id },
      requestId: await requestOf(tx, 'payment', invoice.recovers),
    })
  })
}

/** It was paid, or is owed no more: nobody needs to see to it. */
export async function resolveRecovery(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, (tx) => resolveOf(tx, systemClock.now(), KIND, event.subjectId))
}
