import { readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { leftCredit } from '../receivables/index.ts'
import type { PageFound } from './page.queries.ts'
import { stateOf } from './page.queries.ts'
import { linkSettings } from './settings.ts'

/**
 * K8: whether a page that is paid already takes the asked amount once more, as the customer's credit: only where the
 * company allows it, and by a link that would take money if anything were owed. Once for each request: who reloads,
 * or has a second tab, is not charged again.
 */
export async function mayPayAnyway(db: Db, page: PageFound, now: Date): Promise<boolean> {
  const state = stateOf(page, now)
  const { link, request, linksEnabled } = page.facts
  if (state !== 'paid' && state !== 'paid_elsewhere') return false
  if (link.state !== 'active' || request.state !== 'sent' || !linksEnabled) return false
  if (link.expiresAt !== null && link.expiresAt <= now) return false
  if ((await readSetting(db, linkSettings.whenSettled)) !== 'allow_overpayment') return false
  const paid = page.payments.filter((payment) => payment.state === 'succeeded').map(({ id }) => id)
  return !(await leftCredit(db, paid))
}
