import { systemClock } from '../lib/clock.ts'
import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { isOfCard } from '../lib/methods.ts'
import { countUp } from '../lib/rate-counter.ts'
import { isDeclined, NEVER_SENT, type Payment, type Setup } from '../payments/index.ts'
import { readPayerLimits } from './limit-settings.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'
import { startDeclineSurge } from './start-decline-surge.ts'

/**
 * Counts a declined card, for its payer's address and for the company, in the transaction that records the decline:
 * so each counts once, whoever brings the news. An attempt that the payer gave up, or that no bank was asked about,
 * is none. The one that makes the company's limit full starts a surge.
 */
export async function countDecline(tx: Tx, { data: payment }: DomainEvent<Payment>): Promise<void> {
  const isDecline = payment.state === 'failed' && payment.declineCode !== NEVER_SENT
  if (!isDecline || !isOfCard(payment.method) || payment.purposeType !== REQUEST_PURPOSE) return
  await countCard(tx, payment.payerAddress)
}

/** A card that a form's bank declined counts as one by which a request was to be paid: a form is no way around. */
export async function countFormDecline(tx: Tx, { data: setup }: DomainEvent<Setup>): Promise<void> {
  if (setup.type === 'card' && isDeclined(setup)) await countCard(tx, setup.payerAddress)
}

async function countCard(tx: Tx, payerAddress: string | null): Promise<void> {
  const now = systemClock.now()
  const limits = await readPayerLimits(tx)
  // The address first, in every transaction: in one order nobody waits for ever.
  const [, { count }] = await Promise.all([
    payerAddress === null ? null : countUp(tx, limits.declines, [tx.companyId, payerAddress], now),
    countUp(tx, limits.surge, [tx.companyId], now),
  ])
  if (count === limits.surge.limit) await startDeclineSurge(tx, now, limits.surgePauseMinutes)
}
