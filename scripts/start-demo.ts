/**
 * `bin/start`: everything to try Quittance on one machine. Embedded PostgreSQL, the sandbox and the server, each
 * a process of its own, with a demo company. What is done is skipped at later starts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDatabase } from '../server/src/app/open-database.ts'
import { makeLog } from '../server/src/app/services.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { dataDir, keep, port, root, sandboxUrl, url } from './demo/places.ts'
import { ended, firstLine, ready } from './demo/processes.ts'
import { type Keys, readKeys, registerWebhook, startSandbox } from './demo/sandbox.ts'

async function main(): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const log = makeLog()
  log.level = process.env.LOG_LEVEL ?? 'warn'
  const database = await openDatabase({ ...process.env, DATA_DIR: dataDir }, log)
  const children: ChildProcess[] = []
  let stopping = false
  const stop = async (status: number) => {
    if (stopping) return
    stopping = true
    for (const child of children.reverse()) await ended(child)
    await database.close()
    process.exit(status)
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  try {
    const keys = readKeys()
    const sandbox = startSandbox(keys, database.sandboxUrl)
    children.push(sandbox)
    const { smtp_port: smtpPort } = JSON.parse(await firstLine(sandbox)) as { smtp_port: number }
    await registerWebhook(keys)
    const env = environment(keys, smtpPort, database)
    const demo = await fillDemo(env, log)
    const server = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'server/src/app/serve.ts'],
      {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    )
    children.push(server)
    await ready(server)
    for (const child of children) {
      child.once('exit', (code) => {
        if (!stopping)
          console.error(`A part of Quittance ended by itself (status ${code}); stopping the rest.`)
        void stop(1)
      })
    }
    announce(demo.staff.find(({ role }) => role === 'admin'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}

function environment(
  keys: Keys,
  smtpPort: number,
  database: { ownerUrl: string; serverUrl: string; directUrl: string },
): NodeJS.ProcessEnv {
  const own = {
    PORT: String(port),
    SANDBOX_URL: sandboxUrl,
    STRIPE_SECRET_KEY: keys.secretKey,
    STRIPE_PUBLISHABLE_KEY: keys.publishableKey,
    STRIPE_WEBHOOK_SECRET: keys.webhookSecret ?? '',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_SENDER: 'payments@quittance.test',
    KEY_FILE: resolve(process.env.KEY_FILE ?? join(root, '.keys/link.key')),
    DATA_DIR: dataDir,
  }
  // For bin/verify and bin/operator beside the running demo.
  keep(
    'demo.env',
    `${Object.entries(own)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`,
  )
  return {
    LOG_LEVEL: 'warn',
    ...process.env,
    ...own,
    DATA_DIR: dataDir,
    DATABASE_URL: database.serverUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_DIRECT_URL: database.directUrl,
  }
}

function announce(admin: { email: string; password: string } | undefined): void {
  console.log(`
Quittance is ready.

  Dashboard           ${url}          (API reference: ${url}/docs)
  Sandbox             ${sandboxUrl}          (mailbox, processor, clock)
  Sign in             ${admin?.email} with ${admin?.password}
  API key, others     ${join(dataDir, 'demo.json')}

Stop with Ctrl-C.`)
}

await main()
