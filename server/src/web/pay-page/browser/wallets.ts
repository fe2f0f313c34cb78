import type { Stripe, StripeElements } from '@stripe/stripe-js'
import { data, find, isBusy, processor } from './page.ts'

/** What the device's wallet tells of its owner. */
export interface WalletPayer {
  name?: string
  email?: string
}

const PATIENCE_MS = 5_000
const never = 'never' as const

/**
 * The buttons of the wallets that this device has, where it has any: of what it has not, nothing is seen. Resolves once
 * that is known, so that nothing moves under a press. `onConfirm` is true once something was sent to our server.
 */
export function mountWallets(
  stripe: Stripe,
  onConfirm: (elements: StripeElements, payer: WalletPayer) => Promise<boolean>,
): Promise<unknown> {
  const { amount, currency, locale } = data
  const elements = stripe.elements({ mode: 'payment', amount, currency, locale })
  const express = elements.create('expressCheckout', {
    buttonHeight: 48,
    emailRequired: true,
    paymentMethods: { amazonPay: never, klarna: never, link: never, paypal: never },
  })
  processor.wallets = elements
  express.on('click', (event) => {
    // Nobody pays twice at once.
    if (isBusy()) event.reject()
    else event.resolve()
  })
  express.on('confirm', async (event) => {
    const { name, email } = event.billingDetails ?? {}
    const isSent = await onConfirm(elements, { ...(name && { name }), ...(email && { email }) })
    if (!isSent) event.paymentFailed()
  })
  return new Promise((resolve) => {
    express.on('ready', ({ availablePaymentMethods }) => {
      if (availablePaymentMethods) find('wallets')?.classList.add('is-ready')
      resolve(null)
    })
    express.on('loaderror', resolve)
    setTimeout(resolve, PATIENCE_MS)
    express.mount('#express')
  })
}
