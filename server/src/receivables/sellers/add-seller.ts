import { createHash } from 'node:crypto'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { sellerAdded } from '../events.ts'
import { comparedText, type SellerIdentity } from './same-seller.ts'
import { SELLER, type Seller } from './sellers.queries.ts'

/** Notes that the company sells under this name too. One that is noted already stays as it is. */
export async function addSeller(
  tx: Tx,
  actor: Actor,
  now: Date,
  { names, taxId, addresses }: SellerIdentity,
): Promise<Seller> {
  const id = newId<'sel'>()
  const digest = createHash('sha256').update(comparedText({ names, taxId, addresses })).digest()
  const added = await tx.maybe(sql<Seller>`
    insert into receivables.sellers (company_id, id, names, tax_id, addresses, digest, created_at)
    values (${tx.companyId}, ${id}, ${names}, ${taxId}, ${addresses}, ${digest}, ${now})
    on conflict (company_id, digest) do nothing returning ${SELLER}`)
  if (added !== undefined) {
    await emit(tx, actor, sellerAdded, id, { names, tax_id: taxId, addresses })
    return added
  }
  return tx.one(sql<Seller>`
    select ${SELLER} from receivables.sellers where company_id = ${tx.companyId} and digest = ${digest}`)
}
