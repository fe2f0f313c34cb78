import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir, keep, port, root, sandboxPort, sandboxUrl } from './places.ts'

/** What the demo's sandbox and server share: keys of the processor that are good here alone. */
export interface Keys {
  secretKey: string
  publishableKey: string
  webhookSecret: string | null
  webhookId: string | null
}

/** Those of an earlier start, or new ones. */
export function readKeys(): Keys {
  const path = join(dataDir, 'sandbox.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Keys
  const random = () => randomBytes(18).toString('hex')
  const keys: Keys = {
    secretKey: `sk_test_${random()}`,
    publishableKey: `pk_test_${random()}`,
    webhookSecret: null,
    webhookId: null,
  }
  keep('sandbox.json', keys)
  return keys
}

export function startSandbox(keys: Keys, databaseUrl: string | undefined): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'sandbox/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_SECRET_KEY: keys.secretKey,
      SANDBOX_PUBLISHABLE_KEY: keys.publishableKey,
      ...(databaseUrl === undefined ? {} : { SANDBOX_DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
}

/** The sandbox must know where to send its webhooks; a later start on another port tells it the new one. */
export async function registerWebhook(keys: Keys): Promise<void> {
  const target = `http://127.0.0.1:${port}/webhooks/stripe`
  const call = async (path: string, body: Record<string, string>) => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.secretKey}` },
      body: new URLSearchParams(body),
    })
    if (!response.ok) throw new Error(`The sandbox refused the webhook endpoint: ${await response.text()}`)
    return (await response.json()) as { id: string; secret?: string }
  }
  if (keys.webhookId !== null) {
    await call(`/v1/webhook_endpoints/${keys.webhookId}`, { url: target })
    return
  }
  const made = await call('/v1/webhook_endpoints', { url: target, 'enabled_events[0]': '*', connect: 'true' })
  keys.webhookId = made.id
  keys.webhookSecret = made.secret ?? null
  keep('sandbox.json', keys)
}
