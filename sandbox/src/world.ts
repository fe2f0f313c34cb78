import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { WebhookSender } from './processor/send-webhooks.ts'
import type { Store } from './store.ts'

export const apiVersion = '2026-10-28.endive'

/** Everything that lasts longer than a request. */
export type World = {
  url: string
  secretKey: string
  publishableKey: string
  platformAccount: string
  smtpPort: number
  store: Store
  clock: Clock
  faults: Faults
  webhooks: WebhookSender
}
