import type { Company } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import { explainChange, hasWriteOff, type PageFound, settledBy } from '../../requests/index.ts'
import type { PayPageState, PayPageView } from './view.ts'

/** Pages that say what was settled, and how. */
const SAYS_HOW: readonly PayPageState[] = ['paid', 'paid_elsewhere', 'pay_anyway', 'voided']

/** What a page tells of credits and payments beside its own: read only where it tells of it. */
export async function settlementOf(
  { database }: { database: Database },
  company: Company,
  page: PageFound,
  state: PayPageState,
): Promise<Pick<PayPageView, 'causes' | 'isWrittenOff' | 'settledBy'>> {
  const { open, settled, voided } = page.facts.live
  const { total, requestId } = page
  if (state === 'partly_paid') {
    return {
      causes: await database.read(company.id, (db) => explainChange(db, requestId, { shown: total, open })),
    }
  }
  if (!SAYS_HOW.includes(state)) return {}
  return database.read(company.id, async (db) => ({
    ...(voided > 0n && state !== 'paid' && { isWrittenOff: await hasWriteOff(db, requestId) }),
    ...(settled > 0n && { settledBy: await settledBy(db, requestId) }),
  }))
}
