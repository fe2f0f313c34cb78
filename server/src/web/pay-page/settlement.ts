import type { Company } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import { explainChange, type PageFound, settledBy } from '../../requests/index.ts'
import type { PayPageState, PayPageView } from './view.ts'

/** Pages that say what was settled, and how. */
const SAYS_HOW: readonly PayPageState[] = ['paid', 'paid_elsewhere', 'pay_anyway', 'voided']

/** What a page tells of credits and payments beside its own: read only where it tells of it. */
export async function settlementOf(
  { database }: { database: Database },
  company: Company,
  page: PageFound,
  state: PayPageState,
): Promise<Pick<PayPageView, 'causes' | 'settledBy'>> {
  const { open, settled } = page.facts.live
  const { total, requestId } = page
  if (state === 'partly_paid') {
    return {
      causes: await database.read(company.id, (db) => explainChange(db, requestId, { shown: total, open })),
    }
  }
  if (settled === 0n || !SAYS_HOW.includes(state)) return {}
  return { settledBy: await database.read(company.id, (db) => settledBy(db, requestId)) }
}
