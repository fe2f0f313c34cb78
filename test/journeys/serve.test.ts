import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort, payer, startWorld, type World } from '../support/world.ts'

const SERVE = fileURLToPath(new URL('../../server/src/app/serve.ts', import.meta.url))

/** The server as a program, on the world's database and sandbox. */
describe('bin/serve', () => {
  let world: World
  const started: ChildProcess[] = []
  beforeAll(async () => {
    world = await startWorld()
  })
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
  })
  afterAll(() => world.stop())

  const environment = (port: number): Record<string, string> => ({
    PATH: process.env.PATH ?? '',
    LOG_LEVEL: 'silent',
    PORT: String(port),
    DATABASE_URL: world.database.serverUrl,
    DATABASE_OWNER_URL: world.database.ownerUrl,
    SANDBOX_URL: world.sandbox.url,
    STRIPE_SECRET_KEY: world.sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
    STRIPE_WEBHOOK_SECRET: 'whsec_not_used_here',
    SMTP_URL: `smtp://127.0.0.1:${world.sandbox.smtpPort}`,
    LINK_KEY: world.config.linkKey.toString('hex'),
  })
  const serve = (env: Record<string, string>, ...args: string[]) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVE, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    started.push(child)
    return child
  }
  const saidBefore = async (child: ChildProcess) => {
    let text = ''
    child.stderr?.on('data', (chunk) => {
      text += chunk
    })
    const [status] = await once(child, 'exit')
    return { status, text }
  }

  it('finishes the requests in flight on SIGTERM, a payment at the processor among them', async () => {
    const { company } = world
    const request = await company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      amount: 4200,
      currency: 'usd',
      reference: 'In flight',
    })
    const link = await company.call('POST', '/v1/payment_links', { payment_request: request.body.id })
    const port = await freePort()
    const child = serve(environment(port), '--role', 'web')
    await Promise.race([
      once(child, 'message'),
      saidBefore(child).then((said) => Promise.reject(new Error(said.text))),
    ])
    await world.play('POST', '/sandbox/faults', {
      on: 'request',
      method: 'POST',
      path: '/v1/payment_intents',
      do: 'delay',
      ms: 1500,
      times: 1,
    })
    const paying = payer(
      'POST',
      `http://127.0.0.1:${port}${new URL(String(link.body.url)).pathname}/payments`,
      {
        submit_key: 'sigterm-in-flight',
        confirmation_token: await world.card(company),
        amount: 4200,
        currency: 'usd',
      },
    )
    await new Promise((done) => setTimeout(done, 500))
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await paying).body.state).toBe('succeeded')
    expect(await gone).toEqual([0, null])
    await world.settle()
    await world.prove()
  })

  it('says in a sentence what is missing, and does not start', async () => {
    const { SMTP_URL: _, ...env } = environment(await freePort())
    expect(await saidBefore(serve(env))).toMatchObject({
      status: 1,
      text: expect.stringContaining('SMTP_URL is not set.'),
    })
  })

  it('does not start with a live key beside a sandbox, nor with a public address', async () => {
    const env = environment(await freePort())
    const live = await saidBefore(serve({ ...env, STRIPE_SECRET_KEY: 'sk_live_x' }))
    expect(live.text).toContain('together with a live key')
    const open = await saidBefore(serve({ ...env, BASE_URL: 'https://pay.example.com' }))
    expect(open.text).toContain('must be of this machine')
  })

  it('does not start as a role that could read every company’s rows', async () => {
    const { DATABASE_OWNER_URL: owner, ...env } = environment(await freePort())
    const asOwner = await saidBefore(
      serve({ ...env, DATABASE_URL: owner ?? '', DATABASE_OWNER_URL: owner ?? '' }),
    )
    expect(asOwner).toMatchObject({ status: 1 })
    expect(asOwner.text).toMatch(/own/)
  })
})
