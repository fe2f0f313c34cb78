import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { EmailContent } from './email-content.ts'
import { TooManyTestMessages } from './errors.ts'
import { type MessageId, queueMessage } from './queue-message.ts'

const TESTS_PER_HOUR = 20
const HOUR_MS = 3_600_000

/** Queues a test to any address, at most 20 an hour for a company: else it would be a way to mail strangers. */
export async function queueTestMessage(
  tx: Tx,
  now: Date,
  message: { address: string; locale: string; content: EmailContent },
): Promise<MessageId> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`test messages ${tx.companyId}`}))`)
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*)::int count from messaging.messages
    where company_id = ${tx.companyId} and kind = 'test' and created_at > ${new Date(now.getTime() - HOUR_MS)}`)
  if (count >= TESTS_PER_HOUR) {
    throw new TooManyTestMessages(
      `A company sends at most ${TESTS_PER_HOUR} test messages an hour. Nothing was sent; please wait.`,
    )
  }
  const id = newId<'msg'>()
  const queued = await queueMessage(tx, {
    kind: 'test',
    to: { address: message.address, name: null },
    locale: message.locale,
    content: message.content,
    attachments: [],
    linkId: null,
    subject: { type: 'company', id: tx.companyId },
    dedupeKey: `test:${id}`,
  })
  return queued ?? id
}
