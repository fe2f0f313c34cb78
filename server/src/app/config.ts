import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type DkimKey, readDkimKey } from './mail-config.ts'

export type ServerRole = 'all' | 'web' | 'worker'

/** Everything that the environment says. Secrets come from it and are never logged. */
export interface Config {
  role: ServerRole
  port: number
  /** Where it listens: this machine alone, unless a proxy elsewhere must reach it. */
  host: string
  metricsPort: number
  /** How many proxies of our own stand before us; each tells the address that called it. 0: nobody is believed. */
  trustedProxyHops: number
  /** Where payers and integrators reach us, without a slash at its end. */
  baseUrl: string
  payBaseUrl: string
  sandboxUrl: string | undefined
  stripe: { secretKey: string; publishableKey: string; webhookSecret: string; isPlatform: boolean }
  smtpUrl: string
  mailSender: string
  dkim: DkimKey | undefined
  /** What hands mail in that came for us; without it nobody may. */
  inboundMailSecret: string | undefined
  linkKey: Buffer
}

export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused'
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Reads the configuration, or says in a sentence what is missing or must not be. A tool makes no link key. */
export function readConfig(
  env: NodeJS.ProcessEnv,
  role: ServerRole,
  options: { tool?: boolean } = {},
): Config {
  const sandboxUrl = env.SANDBOX_URL
  const port = Number(env.PORT ?? 3000)
  const baseUrl = (env.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, '')
  const config: Config = {
    role,
    port,
    host: env.HOST_ADDRESS ?? '127.0.0.1',
    metricsPort: Number(env.METRICS_PORT ?? 0),
    trustedProxyHops: readHops(env),
    baseUrl,
    payBaseUrl: (env.PAY_BASE_URL ?? baseUrl).replace(/\/+$/, ''),
    sandboxUrl,
    stripe: {
      secretKey: required(env, 'STRIPE_SECRET_KEY'),
      publishableKey: required(env, 'STRIPE_PUBLISHABLE_KEY'),
      webhookSecret: required(env, 'STRIPE_WEBHOOK_SECRET'),
      isPlatform: env.STRIPE_PLATFORM !== 'false',
    },
    smtpUrl: required(env, 'SMTP_URL'),
    mailSender: env.MAIL_SENDER ?? 'payments@quittance.invalid',
    dkim: readDkimKey(env, (words) => new ConfigurationRefused(words)),
    inboundMailSecret: readInboundSecret(env),
    linkKey: readLinkKey(env, options.tool ?? false),
  }
  if (sandboxUrl === undefined) checkReal(config, env)
  else checkSandbox(config, sandboxUrl)
  return config
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (value === undefined || value === '')
    throw new ConfigurationRefused(`${name} is not set. The server does not start without it.`)
  return value
}

function readHops({ TRUSTED_PROXY_HOPS: hops = '0' }: NodeJS.ProcessEnv): number {
  if (!/^\d$/.test(hops))
    throw new ConfigurationRefused(
      'TRUSTED_PROXY_HOPS must be a number from 0 to 9: how many proxies of your own stand before the server.',
    )
  return Number(hops)
}

function readInboundSecret({ MAIL_INBOUND_SECRET: secret }: NodeJS.ProcessEnv): string | undefined {
  if (!secret) return undefined
  if (secret.length < 24)
    throw new ConfigurationRefused(
      'MAIL_INBOUND_SECRET is too short: whoever guesses it stops mail. Take 24 characters.',
    )
  return secret
}

/** With a sandbox no real money and no real address may be near. */
function checkSandbox(config: Config, sandboxUrl: string): void {
  if (config.stripe.secretKey.includes('_live_')) {
    throw new ConfigurationRefused('SANDBOX_URL is set together with a live key. Take one of them away.')
  }
  for (const url of [sandboxUrl, config.baseUrl, config.payBaseUrl]) {
    if (!LOOPBACK.has(new URL(url).hostname)) {
      throw new ConfigurationRefused(
        `SANDBOX_URL is set, so every address must be of this machine; ${new URL(url).origin} is not.`,
      )
    }
  }
}

function checkReal(config: Config, env: NodeJS.ProcessEnv): void {
  if (env.MAIL_SENDER === undefined)
    throw new ConfigurationRefused('MAIL_SENDER is not set: the address that mail comes from.')
  if (config.stripe.secretKey.startsWith('sk_live_') && !config.payBaseUrl.startsWith('https://')) {
    throw new ConfigurationRefused('A live key needs a pay page on https: set BASE_URL or PAY_BASE_URL.')
  }
}

const KEY_BYTES = 32

/** The key that links are made with: LINK_KEY (hex), or a key file outside the data directory, made at first use. */
function readLinkKey(env: NodeJS.ProcessEnv, isTool: boolean): Buffer {
  const text = env.LINK_KEY
  if (text !== undefined) return checkedKey(Buffer.from(text, 'hex'), 'LINK_KEY')
  const path = resolve(env.KEY_FILE ?? '.keys/link.key')
  const dataDir = resolve(env.DATA_DIR ?? 'data')
  if (`${path}/`.startsWith(`${dataDir}/`)) {
    throw new ConfigurationRefused(
      'KEY_FILE lies in DATA_DIR. Keep the key apart from the data, so that a copy of the one opens nothing.',
    )
  }
  try {
    return checkedKey(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'), path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  if (isTool) {
    throw new ConfigurationRefused(
      `There is no link key at ${path}. A tool makes none: set LINK_KEY or KEY_FILE as the server has it.`,
    )
  }
  const key = randomBytes(KEY_BYTES)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

function checkedKey(key: Buffer, where: string): Buffer {
  if (key.length !== KEY_BYTES)
    throw new ConfigurationRefused(
      `${where} must be ${KEY_BYTES} bytes, as ${KEY_BYTES * 2} hexadecimal digits.`,
    )
  return key
}
