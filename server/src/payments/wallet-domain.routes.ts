import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { asking } from '../identity/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { nullable } from '../lib/schemas.ts'
import { PaymentsAccountMissing } from './errors.ts'
import { asked, type MerchantAccountServices } from './merchant-account.routes.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import type { WalletDomain } from './processor.ts'

const Standing = Type.Object({
  active: Type.Boolean(),
  reason: nullable(Type.String({ description: 'Why it is not, as the processor says it.' })),
})

const WalletDomainWire = Type.Object(
  {
    object: Type.Literal('wallet_domain'),
    domain: Type.String({ description: 'On which this installation’s pay pages stand.' }),
    registered: Type.Boolean(),
    apple_pay: Standing,
    google_pay: Standing,
  },
  { $id: 'WalletDomain' },
)

export interface WalletDomainServices extends MerchantAccountServices {
  payBaseUrl: string
}

/** Whether devices may show Apple Pay and Google Pay on the pay pages: their domain is registered for the account. */
export function walletDomainRoutes(server: FastifyInstance, services: WalletDomainServices): void {
  const { database, processor } = services
  const domainOf = () => new URL(services.payBaseUrl).hostname
  const common = {
    url: '/v1/merchant_account/wallet_domain',
    tag: 'Payments account',
    response: WalletDomainWire,
  }
  const accountOf = async (companyId: CompanyId): Promise<string | null> => {
    const account = await database.read(companyId, findMerchantAccount)
    if (account === undefined)
      throw new PaymentsAccountMissing(
        'There is no payments account for which wallets could be registered. Begin one first.',
        { details: { account_status: 'none' } },
      )
    return account.processorAccount
  }
  asking(
    server,
    services,
    {
      ...common,
      method: 'GET',
      permission: 'settings.read',
      summary: 'Whether the pay pages’ domain is registered for Apple Pay and Google Pay',
    },
    async ({ companyId }) => {
      const account = await accountOf(companyId)
      const domain = domainOf()
      return toWire(domain, await asked(processor.findDomain(account, domain)))
    },
  )
  asking(
    server,
    services,
    {
      ...common,
      method: 'POST',
      permission: 'payments_account.manage',
      summary:
        'Register the pay pages’ domain for Apple Pay and Google Pay; where it is, have it looked at again',
    },
    async ({ companyId }) => {
      const account = await accountOf(companyId)
      const domain = domainOf()
      return toWire(domain, await asked(processor.registerDomain(account, domain)))
    },
  )
}

function toWire(domain: string, found: WalletDomain | undefined): Static<typeof WalletDomainWire> {
  const standing = (of: WalletDomain['applePay'] | undefined) => ({
    active: of?.isActive ?? false,
    reason: of?.reason ?? null,
  })
  return {
    object: 'wallet_domain',
    domain,
    registered: found !== undefined,
    apple_pay: standing(found?.applePay),
    google_pay: standing(found?.googlePay),
  }
}
