import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { requestTermsSet } from './events.ts'
import type { LinkTerms } from './link-terms.ts'
import type { PaymentRequest } from './requests.queries.ts'

/**
 * Sets what a request says of its links. Links that are out keep what they were issued with; its later ones, renewals
 * and reminders follow it. The request must be locked.
 */
export async function setLinkTerms(
  tx: Tx,
  actor: Actor,
  request: PaymentRequest,
  change: Partial<LinkTerms>,
): Promise<PaymentRequest> {
  const terms = { ...request.terms, ...change }
  await Promise.all([
    tx.change(sql`
      update requests.requests set expiry_mode = ${terms.expiryMode}, expiry_hours = ${terms.expiryHours},
        renewal = ${terms.renewal}, methods = ${terms.methods}
      where company_id = ${tx.companyId} and id = ${request.id}`),
    emit(tx, actor, requestTermsSet, request.id, {
      expiry_mode: terms.expiryMode,
      expiry_hours: terms.expiryHours,
      renewal: terms.renewal,
      methods: terms.methods,
    }),
  ])
  return { ...request, terms }
}
