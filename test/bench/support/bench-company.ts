import { randomBytes } from 'node:crypto'
import { readConfig } from '../../../server/src/app/config.ts'
import { makeLog, makeServices, type Services } from '../../../server/src/app/services.ts'
import type { Company } from '../../../server/src/identity/index.ts'
import { createApiKey, createCompany, findCompany, PERMISSIONS } from '../../../server/src/identity/index.ts'
import { system } from '../../../server/src/lib/actor.ts'
import { connectMerchantAccount } from '../../../server/src/payments/index.ts'
import type { BenchDatabase } from './bench-database.ts'

export interface BenchCompany {
  services: Services
  company: Company
  apiKey: string
  env: Record<string, string>
}

/** The environment of a server that is never to charge anyone; nothing listens at the sandbox's address. */
function benchEnvironment(database: BenchDatabase, port: number, smtpUrl: string): Record<string, string> {
  return {
    PORT: String(port),
    BASE_URL: `http://localhost:${port}`,
    SANDBOX_URL: 'http://127.0.0.1:9',
    STRIPE_SECRET_KEY: 'sk_test_bench',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_bench',
    STRIPE_WEBHOOK_SECRET: 'whsec_bench',
    SMTP_URL: smtpUrl,
    LINK_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.serverUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
}

/** The product's services on a database, with one company that may be paid. */
export async function makeBenchCompany(
  database: BenchDatabase,
  port = 9,
  smtpUrl = 'smtp://127.0.0.1:9',
): Promise<BenchCompany> {
  const env = benchEnvironment(database, port, smtpUrl)
  const log = makeLog()
  log.level = 'silent'
  const services = await makeServices(readConfig(env, 'web'), database.serverUrl, log)
  const id = await createCompany(services.database, system, {
    displayName: 'Rosa Blooms',
    legalName: 'Rosa Blooms LLC',
    email: 'hello@rosablooms.test',
    phone: '+13055550142',
    addressLines: ['12 Calle Ocho', 'Miami, FL 33130'],
    country: 'US',
    taxId: null,
    language: 'en',
    timeZone: 'America/New_York',
    currency: 'USD',
    statementDescriptor: 'ROSABLOOMS',
  })
  const apiKey = await services.database.write(id, async (tx) => {
    await connectMerchantAccount(tx, system, services.clock.now(), {
      account: 'acct_bench',
      country: 'US',
      settlementCurrencies: ['USD'],
      status: 'enabled',
      chargesEnabled: true,
      payoutsEnabled: true,
      capabilities: ['card_payments'],
      missing: [],
    })
    return createApiKey(tx, system, { name: 'Bench', permissions: [...PERMISSIONS] })
  })
  const company = await findCompany(services.database.global, id)
  if (company === undefined) throw new Error('The company was not made.')
  return { services, company, apiKey: apiKey.secret, env }
}
