import type { Actor } from '../../lib/actor.ts'
import { type Db, sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { StatementSuperseded } from '../errors.ts'
import { statementSuperseded } from '../events.ts'
import { statementState, statementStates } from './statement.state.ts'
import { findStatement, lockStatement, type Statement, type StatementId } from './statements.queries.ts'

/**
 * A statement goes out, and takes the place of all that were made before it, whose ids it returns. Throws
 * `StatementSuperseded` where one that was made after it went out already.
 */
export async function markStatementSent(
  tx: Tx,
  actor: Actor,
  now: Date,
  statement: Statement,
): Promise<StatementId[]> {
  const { supersededBy, before } = await lockStatement(tx, statement)
  if (supersededBy !== null) throw supersededStatement()
  next('statement', statementStates, statementState({ ...statement, supersededBy }), 'send')
  await Promise.all([
    tx.change(sql`
      update receivables.statements set sent_at = coalesce(sent_at, ${now})
      where company_id = ${tx.companyId} and id = ${statement.id} and superseded_by is null`),
    before.length > 0 &&
      tx.change(
        sql`
        update receivables.statements set superseded_by = ${statement.id}
        where company_id = ${tx.companyId} and id = any(${before}) and superseded_by is null`,
        before.length,
      ),
    ...before.map((id) => emit(tx, actor, statementSuperseded, id, { by: statement.id })),
  ])
  return before
}

/** Throws `StatementSuperseded` where a newer one was sent in its place: nothing is asked for by it any more. */
export async function requireCurrentStatement(db: Db, id: StatementId): Promise<void> {
  if ((await findStatement(db, id))?.supersededBy) throw supersededStatement()
}

function supersededStatement(): StatementSuperseded {
  return new StatementSuperseded(
    'A newer statement was sent in the place of this one. Nothing was sent; send the newest, or write another.',
  )
}
