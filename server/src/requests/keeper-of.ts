import type { CustomerId } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import { OutcomeUnknown } from '../lib/external-call.ts'
import { processorCustomer } from '../payments/index.ts'
import type { PayServices } from './charge-confirmed.ts'

/**
 * The processor's customer for whom what pays is kept, or null where nothing is. Where the processor does not answer
 * this, nothing is kept: whether somebody pays never hangs on it.
 */
export async function keeperOf(
  services: PayServices,
  company: Company,
  { saveFor, account }: { saveFor: CustomerId | null; account: string | null },
): Promise<string | null> {
  if (saveFor === null) return null
  try {
    return await processorCustomer(services, company.id, account, saveFor)
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error
    return null
  }
}
