import { type CustomerId, findCustomer } from '../customers/index.ts'
import { readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { LinksSwitchedOff } from './errors.ts'
import { linkSettings } from './settings.ts'

/** K6, in its order: company off, then customer off. Throws where links are switched off. */
export async function checkLinksAllowed(db: Db, customerId: CustomerId | null): Promise<void> {
  if (!(await readSetting(db, linkSettings.enabled))) {
    throw new LinksSwitchedOff(
      'Payment links are switched off for this company. Nothing was done; ask the operator to switch them on.',
    )
  }
  const customer = customerId === null ? undefined : await findCustomer(db, customerId)
  if (customer?.paymentLinksEnabled === false) {
    throw new LinksSwitchedOff(
      'Payment links are switched off for this customer. Nothing was done; switch them on in the customer, or take the payment another way.',
    )
  }
}
