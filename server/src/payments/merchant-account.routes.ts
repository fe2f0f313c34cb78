import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { asking, external, findCompany, type RouteServices } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql } from '../lib/db/index.ts'
import { DomainError, NotFound } from '../lib/errors.ts'
import { OutcomeUnknown } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { connectMerchantAccount } from './connect-merchant-account.ts'
import { PaymentsAccountMissing } from './errors.ts'
import { findMerchantAccount, type MerchantAccount } from './merchant-accounts.queries.ts'
import type { ProcessorAccount } from './processor.ts'
import { refreshMerchantAccount } from './refresh-merchant-account.ts'
import type { PaymentServices } from './resolve-payment.ts'

export class AccountIsTheOperators extends DomainError {
  readonly code = 'account_is_the_operators'
  readonly status = 409
}

export class ProcessorSilent extends DomainError {
  readonly code = 'processor_silent'
  readonly status = 503
}

const MerchantAccountWire = Type.Object(
  {
    object: Type.Literal('merchant_account'),
    status: Type.Enum([
      'none',
      'onboarding',
      'in_review',
      'enabled',
      'action_required',
      'rejected',
      'closed',
    ]),
    missing: Type.Array(Type.String(), {
      description: 'What the processor still wants to know, by its own names: `representative.dob.day`.',
    }),
    charges_enabled: Type.Boolean(),
    payouts_enabled: Type.Boolean(),
    settlement_currencies: Type.Array(Type.String()),
    own: Type.Boolean({
      description: 'Whether the installation uses the company’s own key: then nothing is set up here.',
    }),
  },
  { $id: 'MerchantAccount' },
)

export interface MerchantAccountServices extends RouteServices, PaymentServices {
  /** Whether the processor key makes accounts for companies; else it is the one company's own. */
  isPlatform: boolean
}

const tag = 'Payments account'
const BACK = '/settings/payments-account'

/** The company's account at the processor: how it stands, and the way to set it up (R-003). */
export function merchantAccountRoutes(server: FastifyInstance, services: MerchantAccountServices): void {
  const { database } = services
  asking(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/merchant_account',
      permission: 'settings.read',
      summary: 'How the company’s payments account stands',
      tag,
      response: MerchantAccountWire,
    },
    async ({ companyId }) => toWire(await currentAccount(services, companyId)),
  )
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/merchant_account',
      permission: 'payments_account.manage',
      summary: 'Begin a payments account at the processor; where there is one, it is told',
      tag,
      response: MerchantAccountWire,
    },
    async ({ companyId, actor }, claim) => {
      const made = await makeAccount(services, companyId)
      return database.write(companyId, async (tx) => {
        await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`merchant account ${companyId}`}))`)
        const id =
          (await findMerchantAccount(tx))?.id ?? (await connect(tx, actor, services.clock.now(), made))
        await claim(tx, id)
        return toWire(await findMerchantAccount(tx))
      })
    },
    async ({ companyId }) => toWire(await database.read(companyId, findMerchantAccount)),
  )
  asking(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/merchant_account/onboarding_link',
      permission: 'payments_account.manage',
      summary: 'Where the processor asks for what it wants to know; good once, for minutes',
      tag,
      response: Type.Object({ url: Type.String() }, { $id: 'OnboardingLink' }),
    },
    async ({ companyId }) => {
      const account = await database.read(companyId, findMerchantAccount)
      if (account === undefined)
        throw new PaymentsAccountMissing('There is no payments account to set up yet. Begin one first.')
      if (account.processorAccount === null) throw ownAccount()
      const { origin } = services.sessions
      const urls = { back: `${origin}${BACK}`, again: `${origin}${BACK}?again=1` }
      return { url: await asked(services.processor.onboardingUrl(account.processorAccount, urls)) }
    },
  )
}

/** One that is not enabled is asked about: what was told a moment ago shows without waiting for the processor's news. */
async function currentAccount(
  services: MerchantAccountServices,
  companyId: CompanyId,
): Promise<MerchantAccount | undefined> {
  const known = await services.database.read(companyId, findMerchantAccount)
  if (known === undefined || known.status === 'enabled' || known.status === 'closed') return known
  try {
    return await refreshMerchantAccount(services, companyId)
  } catch (error) {
    if (error instanceof OutcomeUnknown) return known
    throw error
  }
}

/** Named by the company, so that one who asks twice has one account, whatever became of the first answer. */
async function makeAccount(
  { database, processor, isPlatform }: MerchantAccountServices,
  companyId: CompanyId,
): Promise<ProcessorAccount | undefined> {
  if ((await database.read(companyId, findMerchantAccount)) !== undefined) return undefined
  if (!isPlatform) throw ownAccount()
  const company = await findCompany(database.global, companyId)
  if (company === undefined) throw new NotFound('company')
  return asked(
    processor.createAccount({
      key: `merchant-account-${companyId}`,
      companyId,
      name: company.displayName,
      email: company.email,
      country: company.country,
      currency: company.currency,
    }),
  )
}

function connect(
  tx: Parameters<typeof connectMerchantAccount>[0],
  actor: Actor,
  now: Date,
  made: ProcessorAccount | undefined,
) {
  if (made === undefined) throw new NotFound('payments account')
  return connectMerchantAccount(tx, actor, now, made)
}

function ownAccount(): AccountIsTheOperators {
  return new AccountIsTheOperators(
    'This installation uses the company’s own key of the processor: there is nothing to set up here. Nothing was done; use the processor’s own dashboard.',
  )
}

/** Throws `ProcessorSilent` where the processor says nothing. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error
    throw new ProcessorSilent(
      'The processor does not answer. Nothing moved and nothing was charged; try again in a moment.',
    )
  }
}

function toWire(account: MerchantAccount | undefined): Static<typeof MerchantAccountWire> {
  return {
    object: 'merchant_account',
    status: account?.status ?? 'none',
    missing: account?.missing ?? [],
    charges_enabled: account?.chargesEnabled ?? false,
    payouts_enabled: account?.payoutsEnabled ?? false,
    settlement_currencies: account?.settlementCurrencies.map((code) => code.toLowerCase()) ?? [],
    own: account?.processorAccount === null,
  }
}
