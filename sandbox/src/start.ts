import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { registerAffirm } from './affirm.routes.ts'
import { registerBrowser } from './browser.routes.ts'
import { registerChallenge } from './challenge.routes.ts'
import { createClock } from './clock.ts'
import { createFaults } from './faults.ts'
import { randomText } from './ids.ts'
import { registerMailRoutes } from './mail/mail.routes.ts'
import { startSmtpServer } from './mail/smtp-server.ts'
import { registerMethodRoutes } from './method.routes.ts'
import { registerOnboarding } from './onboarding.routes.ts'
import { registerPages } from './pages/pages.routes.ts'
import { registerPayoutPages } from './pages/payout-pages.routes.ts'
import { registerWirePages } from './pages/wire-pages.routes.ts'
import { registerPayoutRoutes } from './payout.routes.ts'
import { registerApi } from './processor/api.routes.ts'
import { runDue } from './processor/due.ts'
import { makeAccount } from './processor/make-account.ts'
import { createWebhookSender } from './processor/send-webhooks.ts'
import { registerSandboxRoutes } from './sandbox.routes.ts'
import { Store } from './store.ts'
import { openStoreDatabase } from './store-database.ts'
import type { World } from './world.ts'

export type SandboxOptions = {
  /** 0 or nothing: any free port. */
  port?: number
  smtpPort?: number
  /** Where its state rests; in memory only without one. */
  databaseUrl?: string
  /** Keys are generated, and kept with the state, where none are given. */
  secretKey?: string
  publishableKey?: string
}

export type Sandbox = {
  url: string
  smtpPort: number
  secretKey: string
  publishableKey: string
  stop(): Promise<void>
}

const loopback = '127.0.0.1'
const sweepEveryMs = 250

/** Starts the outside world on loopback: the processor, the mailbox and the pages to look at them. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const database = options.databaseUrl ? await openStoreDatabase(options.databaseUrl) : null
  const store = await Store.open(database)
  const keys = rememberKeys(store, options)
  const clock = createClock(store)
  const faults = createFaults()
  const webhooks = createWebhookSender({ store, clock, faults, platformAccount: keys.platformAccount })
  const world: World = { url: '', smtpPort: 0, store, clock, faults, webhooks, ...keys }
  if (!store.get('account', keys.platformAccount, keys.platformAccount)) makePlatform(world)

  const smtp = await startSmtpServer(world, options.smtpPort ?? 0, loopback)
  world.smtpPort = smtp.port
  const app = Fastify({ bodyLimit: 5 * 1024 * 1024, forceCloseConnections: true })
  registerApi(app, world)
  registerSandboxRoutes(app, world)
  registerPayoutRoutes(app, world)
  registerMethodRoutes(app, world)
  registerBrowser(app, world)
  registerChallenge(app, world)
  registerAffirm(app, world)
  registerOnboarding(app, world)
  registerMailRoutes(app, world)
  registerPages(app, world)
  registerPayoutPages(app, world)
  registerWirePages(app, world)
  await app.listen({ host: loopback, port: options.port ?? 0 })
  world.url = `http://${loopback}:${(app.server.address() as AddressInfo).port}`
  await store.flush()

  const sweep = setInterval(() => void sweepOnce(world), sweepEveryMs)
  return {
    url: world.url,
    smtpPort: world.smtpPort,
    secretKey: world.secretKey,
    publishableKey: world.publishableKey,
    async stop() {
      clearInterval(sweep)
      await Promise.all([app.close(), smtp.stop(), webhooks.stop()])
      await store.close()
    },
  }
}

async function sweepOnce(world: World): Promise<void> {
  try {
    runDue(world)
    await world.store.flush()
    await world.webhooks.wake()
  } catch (error) {
    console.error(`The sandbox could not do what was due: ${error instanceof Error ? error.message : error}`)
  }
}

type Keys = { secretKey: string; publishableKey: string; platformAccount: string }

function rememberKeys(store: Store, options: SandboxOptions): Keys {
  const known = store.get('setting', '', 'keys')?.value
  const keys = {
    secretKey: options.secretKey ?? String(known?.secretKey ?? `sk_test_${randomText(40)}`),
    publishableKey: options.publishableKey ?? String(known?.publishableKey ?? `pk_test_${randomText(40)}`),
    platformAccount: String(known?.platformAccount ?? `acct_${randomText(16)}`),
  }
  store.put('setting', '', { id: 'keys', created: 0, value: keys })
  return keys
}

function makePlatform(world: World): void {
  makeAccount(world, {
    id: world.platformAccount,
    country: 'US',
    currencies: ['usd', 'eur'],
    name: 'Sandbox platform',
    statementDescriptor: 'SANDBOX',
    statementPrefix: 'SANDBOX',
    capabilities: ['affirm_payments'],
  })
}
