import { sql, type Tx } from '../lib/db/index.ts'
import type { MessageId } from './queue-message.ts'

/**
 * A queued message does not leave, since what it says had changed. Whoever knows that calls this in the transaction in
 * which it says what is done instead. Nobody need look.
 */
export async function withdrawMessage(tx: Tx, id: MessageId): Promise<void> {
  await tx.change(sql`
    update messaging.messages set state = 'failed', last_error = 'Not sent: what it says had changed before it left.'
    where company_id = ${tx.companyId} and id = ${id} and state = 'queued'`)
}
