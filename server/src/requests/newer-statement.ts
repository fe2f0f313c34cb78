import { type Db, sql } from '../lib/db/index.ts'
import { findCurrentStatement, requireCurrentStatement } from '../receivables/index.ts'
import {
  findRequestOfStatement,
  type LinkId,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'

/** What was sent in the place of the statement that a link asks for. */
export interface NewerStatement {
  /** Its day, YYYY-MM-DD. */
  asOf: string
  /** What asks for it; null where it went out without a link, or is settled. */
  requestId: RequestId | null
  /** The link to the same address: nobody else is led to it. */
  linkId: LinkId | null
}

/** Undefined for a link of anything but a statement that a newer one took the place of. */
export async function findNewerStatement(
  db: Db,
  { linkId, snapshot }: { linkId: LinkId; snapshot: PaymentRequest['snapshot'] },
): Promise<NewerStatement | undefined> {
  const { statement } = snapshot
  const current = statement === undefined ? undefined : await findCurrentStatement(db, statement.id)
  if (current === undefined) return undefined
  const request = await findRequestOfStatement(db, current)
  const link =
    request &&
    (await db.maybe(sql<{ id: LinkId }>`
      select n.id from requests.links n
      join requests.links l on l.company_id = n.company_id and l.recipient = n.recipient
      where n.company_id = ${db.companyId} and n.request_id = ${request.id} and n.state = 'active' and l.id = ${linkId}
      order by n.id desc limit 1`))
  return { asOf: current.asOf, requestId: request?.id ?? null, linkId: link?.id ?? null }
}

/** Throws `StatementSuperseded` for a request of a statement that a newer one took the place of. */
export async function requireCurrent(db: Db, { snapshot }: PaymentRequest): Promise<void> {
  if (snapshot.statement !== undefined) await requireCurrentStatement(db, snapshot.statement.id)
}
