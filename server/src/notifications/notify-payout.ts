import { findCompany, staffToNotify } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { findPayout, type PayoutId, sumPayoutLines } from '../payments/index.ts'
import { failedPayoutEmail, paidEmail } from './payout-emails.ts'

/**
 * A deposit arrived or failed: each member of staff who wants notices of deposits is told, each once. One that was paid
 * is told once it is known what it is made of; one that came back since is told as failed, and no more as paid.
 */
export async function notifyPayout(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const payout = await findPayout(tx, event.subjectId as PayoutId)
    if (payout === undefined) return
    const isPaid = payout.state === 'paid' && (payout.listedAt !== null || !payout.isListed)
    if (!isPaid && payout.state !== 'failed') return
    const news = isPaid ? 'paid' : 'failed'
    const sums = await sumPayoutLines(tx, [payout.id])
    for (const person of await staffToNotify(tx, 'deposits')) {
      const locale = defaultLocale(person.language, company.country)
      await queueMessage(tx, {
        kind: `payout_${news}_notice`,
        to: { address: person.email, name: person.name },
        locale,
        content: isPaid
          ? paidEmail({ company, payout, sums, locale })
          : failedPayoutEmail({ company, payout, locale }),
        attachments: [],
        linkId: null,
        subject: { type: 'payout', id: payout.id },
        dedupeKey: `payout_${news}:${toWireId('pyt', payout.id)}:${payout.balanceReference}:${person.membershipId}`,
      })
    }
  })
}
