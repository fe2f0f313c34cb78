import type Stripe from 'stripe'
import type { WalletDomain } from './processor.ts'

/** Whether wallets may be shown on pages of a domain; undefined where it was never registered. */
export async function findDomain(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  domain: string,
): Promise<WalletDomain | undefined> {
  const { data } = await stripe.paymentMethodDomains.list({ domain_name: domain, limit: 1 }, at)
  const [found] = data
  return found && toDomain(found)
}

/** One that is registered already is looked at again: what it lacked may be there by now. */
export async function registerDomain(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  domain: string,
): Promise<WalletDomain> {
  const made = await stripe.paymentMethodDomains.create({ domain_name: domain, enabled: true }, at)
  return toDomain(await stripe.paymentMethodDomains.validate(made.id, {}, at))
}

function toDomain(domain: Stripe.PaymentMethodDomain): WalletDomain {
  const standing = ({ status, status_details: details }: Stripe.PaymentMethodDomain.ApplePay) => ({
    isActive: domain.enabled && status === 'active',
    reason: details?.error_message ?? null,
  })
  return { applePay: standing(domain.apple_pay), googlePay: standing(domain.google_pay) }
}
