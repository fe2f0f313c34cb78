import { findCompany } from '../identity/index.ts'
import type { Database, Tx } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { listMessagesAbout, queueMessage } from '../messaging/index.ts'
import { findPayment, lockRefund, type Refund, type RefundId } from '../payments/index.ts'
import { findReceipt } from '../receivables/index.ts'
import { givenRefundEmail, givenRefundUndoneEmail } from './given-refund-emails.ts'
import { payerAddress } from './notify-payment.ts'
import { type Refunded, refundEmail, refundReturnedEmail } from './refund-emails.ts'

/**
 * A refund succeeded, or failed: the payer is told that the money comes back, and, where that was told
 * and the money came back to the company after all, that too. A refund that failed at once never was the payer's news.
 * Each is queued once however often this runs.
 */
export async function notifyRefund(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    // Locked, so that one that comes back just now is told of after what is told of here.
    const refund = await lockRefund(tx, event.subjectId as RefundId)
    if (refund?.state === 'succeeded') await mailRefund(tx, refund)
    if (refund?.state === 'failed') await mailReturned(tx, refund)
  })
}

async function mailRefund(tx: Tx, refund: Refund): Promise<void> {
  const told = await readRefunded(tx, refund)
  if (told === undefined) return
  const { payment } = told
  await mail(tx, told, {
    kind: 'refund',
    content: (refund.givenBy === 'processor' ? refundEmail : givenRefundEmail)(told, payment.locale),
    attachments: [{ kind: 'receipt_pdf', id: payment.id }],
  })
}

async function mailReturned(tx: Tx, refund: Refund): Promise<void> {
  const first = (await listMessagesAbout(tx, [refund.id])).find(({ kind }) => kind === 'refund')
  const told = first && (await readRefunded(tx, refund))
  if (first === undefined || told === undefined) return
  await mail(tx, told, {
    kind: 'refund_returned',
    content: (refund.givenBy === 'processor' ? refundReturnedEmail : givenRefundUndoneEmail)(
      told,
      first.createdAt,
      told.payment.locale,
    ),
    attachments: [],
  })
}

async function readRefunded(tx: Tx, refund: Refund): Promise<Refunded | undefined> {
  const [company, payment, receipt] = await Promise.all([
    findCompany(tx, tx.companyId),
    findPayment(tx, refund.paymentId),
    findReceipt(tx, refund.paymentId),
  ])
  return company && payment && receipt && { company, payment, refund, receipt }
}

async function mail(
  tx: Tx,
  { payment, refund }: Refunded,
  message: Pick<Parameters<typeof queueMessage>[1], 'content' | 'attachments'> & {
    kind: 'refund' | 'refund_returned'
  },
): Promise<void> {
  const address = await payerAddress(tx, payment)
  if (address === undefined) return
  await queueMessage(tx, {
    ...message,
    to: { address, name: payment.payerName },
    locale: payment.locale,
    linkId: null,
    subject: { type: 'refund', id: refund.id },
    dedupeKey: `${message.kind}:${toWireId('ref', refund.id)}`,
  })
}
