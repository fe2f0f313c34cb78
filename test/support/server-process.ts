import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerRole } from '../../server/src/app/config.ts'
import type { World } from './world.ts'

/** `bin/serve` as a process of its own. */
export interface ServerProcess {
  url: string
  pid: number
  /** Sends a signal; SIGTERM asks it to finish what is under way, SIGKILL leaves it no time for anything. */
  kill(signal?: NodeJS.Signals): void
  /** Its exit status, or the signal that ended it, once it is gone. */
  gone: Promise<[status: number | null, signal: string | null]>
}

const SERVE = fileURLToPath(new URL('../../server/src/app/serve.ts', import.meta.url))

/** Starts `serve --role …` with nothing of this process's environment but the path. Resolves when it is ready. */
export async function startServerProcess(
  role: ServerRole,
  port: number,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVE, '--role', role], {
    env: {
      PATH: process.env.PATH ?? '',
      LOG_LEVEL: process.env.SERVER_LOG_LEVEL ?? 'fatal',
      // Hundreds of starts read the same sources.
      NODE_COMPILE_CACHE: join(tmpdir(), 'quittance-test-compile-cache'),
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit') as ServerProcess['gone']
  const killIt = () => void child.kill('SIGKILL')
  process.once('exit', killIt)
  gone.then(() => process.off('exit', killIt))
  await Promise.race([
    once(child, 'message'),
    gone.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
  ])
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    kill: (signal = 'SIGKILL') => void child.kill(signal),
    gone,
  }
}

/** What a server process needs to be one of the world's: its database, its sandbox, its keys and its address. */
export function environmentOf({ config, database }: World): Record<string, string> {
  return {
    BASE_URL: config.baseUrl,
    DATABASE_URL: database.serverUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SANDBOX_URL: config.sandboxUrl ?? '',
    STRIPE_SECRET_KEY: config.stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: config.stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: config.stripe.webhookSecret,
    SMTP_URL: config.smtpUrl,
    MAIL_SENDER: config.mailSender,
    LINK_KEY: config.linkKey.toString('hex'),
  }
}
