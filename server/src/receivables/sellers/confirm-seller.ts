import { findCompany } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { SellerDiffers } from '../errors.ts'
import { addSeller } from './add-seller.ts'
import { isSameSeller, type SellerIdentity } from './same-seller.ts'
import { allSellers } from './sellers.queries.ts'

/**
 * Makes sure that a document's seller is the company: by its names, tax id or address, or by a seller that it said it
 * is before. Another one is refused (`seller_differs`), or with `isConfirmed` noted, so that it is not asked about
 * again: a bill from a supplier, imported by mistake, would ask the company's own customers for money.
 */
export async function confirmSeller(
  tx: Tx,
  actor: Actor,
  now: Date,
  seller: SellerIdentity,
  isConfirmed: boolean,
): Promise<void> {
  const [company, others] = await Promise.all([findCompany(tx, tx.companyId), allSellers(tx)])
  if (company === undefined) throw new NotFound('company')
  const own: SellerIdentity = {
    names: [...new Set([company.displayName, company.legalName])],
    taxId: company.taxId,
    addresses: company.email === null ? [] : [company.email],
  }
  const known = [own, ...others]
  if (known.some((identity) => isSameSeller(seller, identity))) return
  if (isConfirmed) {
    await addSeller(tx, actor, now, seller)
    return
  }
  throw new SellerDiffers(
    `The document’s seller is ${told(seller)}, and this company is ${told(own)}. Nothing was imported. If it sells under that name too, repeat with ?confirm_seller=true: the seller is then remembered.`,
    { details: { seller: toDetail(seller), company: toDetail(own), sellers: others.map(toDetail) } },
  )
}

function told({ names, taxId }: SellerIdentity): string {
  const name = names.map((each) => each.slice(0, 100)).join(' / ')
  return taxId === null ? name : `${name} (tax id ${taxId.slice(0, 60)})`
}

function toDetail({ names, taxId, addresses }: SellerIdentity) {
  return { names, tax_id: taxId, electronic_addresses: addresses }
}
