import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { environmentOf, startServerProcess } from '../support/server-process.ts'
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

  const environment = async (): Promise<Record<string, string>> => {
    const { BASE_URL: _, ...env } = environmentOf(world)
    return { ...env, PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', PORT: String(await freePort()) }
  }
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
    const server = await startServerProcess('web', await freePort(), environmentOf(world))
    await world.play('POST', '/sandbox/faults', {
      on: 'request',
      method: 'POST',
      path: '/v1/payment_intents',
      do: 'delay',
      ms: 1500,
      times: 1,
    })
    const paying = payer('POST', `${server.url}${new URL(String(link.body.url)).pathname}/payments`, {
      submit_key: 'sigterm-in-flight',
      confirmation_token: await world.card(company),
      amount: 4200,
      currency: 'usd',
    })
    await new Promise((done) => setTimeout(done, 500))
    server.kill('SIGTERM')
    expect((await paying).body.state).toBe('succeeded')
    expect(await server.gone).toEqual([0, null])
    await world.settle()
    await world.prove()
  })

  it('says in a sentence what is missing, and does not start', async () => {
    const { SMTP_URL: _, ...env } = await environment()
    expect(await saidBefore(serve(env))).toMatchObject({
      status: 1,
      text: expect.stringContaining('SMTP_URL is not set.'),
    })
  })

  it('does not start with a live key beside a sandbox, nor with a public address', async () => {
    const env = await environment()
    const live = await saidBefore(serve({ ...env, STRIPE_SECRET_KEY: 'sk_live_x' }))
    expect(live.text).toContain('together with a live key')
    const open = await saidBefore(serve({ ...env, BASE_URL: 'https://pay.example.com' }))
    expect(open.text).toContain('must be of this machine')
  })

  it('does not start as a role that could read every company’s rows', async () => {
    const { DATABASE_OWNER_URL: owner, ...env } = await environment()
    const asOwner = await saidBefore(
      serve({ ...env, DATABASE_URL: owner ?? '', DATABASE_OWNER_URL: owner ?? '' }),
    )
    expect(asOwner).toMatchObject({ status: 1 })
    expect(asOwner.text).toMatch(/own/)
  })
})
