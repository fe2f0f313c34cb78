import { linksMasterRole, type Setting } from '../identity/index.ts'
import { notificationSettings } from '../notifications/index.ts'
import { paymentSettings } from '../payments/index.ts'
import { receivableSettings } from '../receivables/index.ts'
import { requestSettings } from '../requests/index.ts'
import { salesSettings } from '../sales/index.ts'

/** Every setting that a module declares. */
export const ALL_SETTINGS: readonly Setting[] = [
  linksMasterRole,
  ...requestSettings,
  ...paymentSettings,
  ...receivableSettings,
  ...salesSettings,
  ...notificationSettings,
]
