import type { Company } from '../identity/index.ts'
import type { Tx } from '../lib/db/index.ts'
import { keepMandate, type Payment } from '../payments/index.ts'
import { MandateNotAccepted } from './errors.ts'
import { MANDATE_VERSION, mandateOf } from './mandate.ts'
import type { Submission } from './submission.ts'

/** Keeps what the payer agreed to, word for word, before their bank is asked. Cards need nothing of the kind. */
export async function acceptMandate(
  tx: Tx,
  now: Date,
  company: Company,
  { submission, payment, reference }: { submission: Submission; payment: Payment; reference: string },
): Promise<{ acceptedAt: Date; address: string; userAgent: string } | null> {
  const { method, mandate, name, email, locale } = submission
  if (method !== 'ach') return null
  if (mandate?.version !== MANDATE_VERSION || name === null || email === null) {
    throw new MandateNotAccepted(
      'A bank account is debited only with its owner’s name, e-mail address and agreement to the text of the page as it is now. Nothing was charged; reload the page.',
      { field: mandate?.version !== MANDATE_VERSION ? 'mandate' : name === null ? 'name' : 'email' },
    )
  }
  const { ip: address, userAgent } = mandate
  await keepMandate(tx, payment.id, {
    version: MANDATE_VERSION,
    locale,
    text: mandateOf(locale, { ...payment, company: company.displayName, reference }),
    payerName: name,
    payerEmail: email,
    address,
    userAgent,
    acceptedAt: now,
  })
  return { acceptedAt: now, address, userAgent }
}
