import type { BusinessClock } from '../../lib/clock.ts'
import type { Database } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { enqueue } from '../../lib/outbox.ts'
import {
  type BulkItem,
  type BulkSend,
  type BulkSendId,
  findBulkSend,
  findWaiting,
} from './bulk-sends.queries.ts'
import { endBulkSend } from './end-bulk-send.ts'
import { sendBulkItem } from './send-bulk-item.ts'
import { failBulkItem, skipBulkItem } from './skip-bulk-item.ts'
import { RUN_BULK_SEND } from './start-bulk-send.ts'

export interface BulkServices {
  database: Database
  clock: BusinessClock
  linkKey: Buffer
}

/**
 * So many in one job; then it queues up again, behind the mails that it made and whatever else came: a large bulk send
 * keeps no receipt waiting.
 */
const AT_A_TIME = 10

/**
 * Sends what waits of a bulk send, each customer's in a transaction of its own: what is committed is done, so whoever
 * takes the job up after a crash goes on behind it.
 */
export async function runBulkSend(
  services: BulkServices,
  companyId: CompanyId,
  id: BulkSendId,
): Promise<void> {
  const { clock, database } = services
  for (let n = 0; n < AT_A_TIME; n++) {
    const found = await database.read(companyId, async (db) => ({
      send: await findBulkSend(db, id),
      item: await findWaiting(db, id),
    }))
    if (found.send === undefined) return
    if (found.item === undefined || found.send.canceledAt !== null) {
      await database.write(companyId, (tx) => endBulkSend(tx, clock.now(), id))
      return
    }
    await handle(services, companyId, found.send, found.item)
  }
  await database.write(companyId, async (tx) => enqueue(tx, RUN_BULK_SEND, { subject_id: id }))
}

async function handle(
  { clock, database, linkKey }: BulkServices,
  companyId: CompanyId,
  send: BulkSend,
  item: BulkItem,
): Promise<void> {
  try {
    await database.write(companyId, (tx) => sendBulkItem(tx, clock.now(), { linkKey, send, item }))
  } catch (error) {
    const isRefused = error instanceof DomainError
    await database.write(companyId, (tx) =>
      isRefused ? skipBulkItem(tx, clock.now(), item, error) : failBulkItem(tx, clock.now(), item),
    )
    // Nobody foresaw it: the job is tried again after a pause, with the others first.
    if (!isRefused) throw error
  }
}
