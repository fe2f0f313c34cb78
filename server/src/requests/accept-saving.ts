import type { CustomerId } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { keepConsent, type Payment } from '../payments/index.ts'
import { ConsentOutdated } from './errors.ts'
import { isSavable, SAVING_VERSION, savingText } from './saving.ts'
import type { Submission } from './submission.ts'

/**
 * Keeps what the payer agreed to before the processor is asked to keep anything, and says for whom; null where nothing
 * is to be kept: the box was not ticked, or nobody is named whose it would be.
 */
export async function acceptSaving(
  tx: Tx,
  now: Date,
  company: Company,
  { submission, payment }: { submission: Submission; payment: Payment },
): Promise<CustomerId | null> {
  const { save, locale, method, name, email } = submission
  if (save === null || !isSavable(method)) return null
  if (save.version !== SAVING_VERSION) {
    throw new ConsentOutdated(
      'What is agreed to reads otherwise by now. Nothing was charged and nothing was saved; reload the page and look at it.',
      { field: 'save' },
    )
  }
  const request = await tx.maybe(sql<{ customerId: CustomerId | null }>`
    select customer_id "customerId" from requests.requests
    where company_id = ${tx.companyId} and id = ${payment.purposeId}`)
  if (!request?.customerId) return null
  const { customerId } = request
  await keepConsent(
    tx,
    { type: 'payment', id: payment.id },
    {
      customerId,
      version: SAVING_VERSION,
      locale,
      text: savingText(locale, method, company.displayName),
      name,
      email,
      address: save.ip,
      userAgent: save.userAgent,
      acceptedAt: now,
    },
  )
  return customerId
}
