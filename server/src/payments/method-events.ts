import { defineEvent } from '../lib/events.ts'
import type { PaymentMethod, PaymentMethodId } from './payment-methods.queries.ts'
import type { Setup } from './setups.queries.ts'

const ofMethod = ({ customerId, type, brand, last4, state, reason, isDefault }: PaymentMethod) => ({
  customer_id: customerId,
  type,
  brand,
  last4,
  state,
  reason,
  is_default: isDefault,
})

export const methodSaved = defineEvent<PaymentMethod>('payment_method.saved', ofMethod)
/** Its bank gave its owner another card, or a later day: it goes on as that. */
export const methodUpdated = defineEvent<PaymentMethod>('payment_method.updated', ofMethod)
export const methodMadeDefault = defineEvent<PaymentMethod>('payment_method.made_default', ofMethod)
/** It expires next month. */
export const methodExpiring = defineEvent<PaymentMethod>('payment_method.expiring', ofMethod)
export const methodExpired = defineEvent<PaymentMethod>('payment_method.expired', ofMethod)
export const methodInvalidated = defineEvent<PaymentMethod>('payment_method.invalidated', ofMethod)
export const methodRemoved = defineEvent<PaymentMethod>('payment_method.removed', ofMethod)

const ofSetup = ({ purposeId, customerId, type, state, declineCode }: Setup) => ({
  purpose_id: purposeId,
  customer_id: customerId,
  type,
  state,
  decline_code: declineCode,
})

export const setupStarted = defineEvent<Setup>('method_setup.started', ofSetup)
export const setupFailed = defineEvent<Setup>('method_setup.failed', ofSetup)
export const setupSucceeded = defineEvent<{ setup: Setup; methodId: PaymentMethodId; at: Date }>(
  'method_setup.succeeded',
  ({ setup, methodId }) => ({ ...ofSetup(setup), payment_method_id: methodId }),
)
