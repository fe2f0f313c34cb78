import type { Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { countUp, type RateRule } from '../lib/rate-counter.ts'
import type { EmailContent } from './email-content.ts'
import { TooManyTestMessages } from './errors.ts'
import { type MessageId, queueMessage } from './queue-message.ts'

const TESTS: RateRule = { name: 'messages.tests', limit: 20, windowSeconds: 3600 }

/** Queues a test to any address, at most 20 an hour for a company: else it would be a way to mail strangers. */
export async function queueTestMessage(
  tx: Tx,
  now: Date,
  message: { address: string; locale: string; content: EmailContent },
): Promise<MessageId> {
  const { isOver, retryAfterSeconds } = await countUp(tx, TESTS, [tx.companyId], now)
  if (isOver) {
    throw new TooManyTestMessages(
      `A company sends at most ${TESTS.limit} test messages an hour. Nothing was sent; please wait.`,
      { details: { retry_after_seconds: retryAfterSeconds } },
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
