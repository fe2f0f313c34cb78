import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { sellerDeleted } from '../events.ts'
import { SELLER, type Seller, type SellerId } from './sellers.queries.ts'

/** Forgets a seller: its next document is asked about again. What was imported stays. */
export async function deleteSeller(tx: Tx, actor: Actor, id: SellerId): Promise<void> {
  const deleted = await tx.maybe(sql<Seller>`
    delete from receivables.sellers where company_id = ${tx.companyId} and id = ${id} returning ${SELLER}`)
  if (deleted === undefined) throw new NotFound('seller')
  await emit(tx, actor, sellerDeleted, id, { names: deleted.names, tax_id: deleted.taxId })
}
