import type { Company } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import { findEditSince, findNewerStatement, type PageFound } from '../../requests/index.ts'
import type { PayPageState, PayPageView } from './view.ts'

type Replaced = Pick<PayPageView, 'edited' | 'newerStatement' | 'replacedAt' | 'replacedByPath'>

/** What took the place of a link, and where that is: read only where it is told. */
export async function replacedOf(
  { database }: { database: Database },
  company: Company,
  page: PageFound,
  { state, pathOf }: { state: PayPageState; pathOf: (linkId: string) => string },
): Promise<Replaced> {
  const replacedAt = page.replacedAt?.toISOString() ?? null
  if (state !== 'replaced') return { edited: null, replacedAt }
  return database.read(company.id, async (db) => {
    const newer = await findNewerStatement(db, page)
    if (newer !== undefined) {
      const path = newer.linkId === null ? {} : { replacedByPath: pathOf(newer.linkId) }
      return { edited: null, replacedAt, newerStatement: newer.asOf, ...path }
    }
    const edit = await findEditSince(db, page.linkId)
    return {
      edited: edit === undefined ? null : { before: edit.openBefore, after: edit.openAfter },
      replacedAt: edit?.at.toISOString() ?? replacedAt,
      ...(page.replacedBy === null ? {} : { replacedByPath: pathOf(page.replacedBy) }),
    }
  })
}
