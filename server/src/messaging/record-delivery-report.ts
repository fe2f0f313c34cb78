import { system } from '../lib/actor.ts'
import { type Database, sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import type { DeliveryReport } from './delivery-report.ts'
import { ReportTooEarly } from './errors.ts'
import { messageDelivered, messageFailed } from './events.ts'
import { messageStates } from './message.state.ts'
import { findMessage } from './messages.queries.ts'
import { saysNobodyThere } from './nobody-there.ts'
import { suppressAddress } from './suppress-address.ts'

/**
 * What the recipient's server says of a message that ours had taken. A message that failed becomes a priority, and
 * an address where nobody is gets no more mail. A report that names somebody else, or comes again, changes nothing.
 */
export async function recordDeliveryReport(database: Database, report: DeliveryReport): Promise<void> {
  await database.write(report.companyId, (tx) => record(tx, report))
}

async function record(tx: Tx, { messageId, recipients }: DeliveryReport): Promise<void> {
  const message = await findMessage(tx, messageId)
  const about = message?.toAddress.toLowerCase() ?? ''
  const told = recipients.find(({ addresses }) => addresses.includes(about))
  if (message === undefined || told === undefined) return
  const isFailed = told.action === 'failed' && told.status.startsWith('5')
  const isDelivered = told.action === 'delivered' && told.status.startsWith('2')
  if (!isFailed && !isDelivered) return
  if (message.state === 'queued') {
    throw new ReportTooEarly(
      'This message is not known to be sent yet. Nothing was recorded; give the report again in a minute.',
    )
  }
  if (message.state !== 'sent') return
  const state = next('message', messageStates, message.state, isFailed ? 'fail' : 'deliver')
  const changed = await tx.change(
    sql`
    update messaging.messages set state = ${state}, last_error = ${isFailed ? told.diagnostic : null}
    where company_id = ${tx.companyId} and id = ${messageId} and state = ${message.state}`,
    undefined,
  )
  if (changed === 0) return
  const subject = { kind: message.kind, about: message.subjectId }
  if (isDelivered) return emit(tx, system, messageDelivered, messageId, subject)
  await emit(tx, system, messageFailed, messageId, { ...subject, reason: told.diagnostic })
  if (saysNobodyThere(told.status)) {
    const { toAddress: address } = message
    await suppressAddress(tx, system, { address, reason: 'bounced', messageId, detail: told.diagnostic })
  }
}
