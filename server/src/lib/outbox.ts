import { sql, type Tx } from './db/index.ts'

/** What a job is given: ids only. Never a token, an address or a card. */
export type JobPayload = Readonly<Record<string, string | number>>

/**
 * Queues a job in the caller's transaction, as a plain outbox row: it runs if and only if this commits. A
 * forwarder hands rows to graphile-worker in batches, because its own `add_job` notifies and so serialises
 * commits.
 */
export async function enqueue(tx: Tx, task: string, payload: JobPayload): Promise<void> {
  tx.afterCommit(tx.wiring.nudge)
  await tx.change(sql`
    insert into lib.outbox (company_id, task, payload)
    values (${tx.companyId}, ${task}, ${JSON.stringify({ ...payload, company_id: tx.companyId })})`)
}
