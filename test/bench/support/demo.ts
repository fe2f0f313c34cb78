import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './processes.ts'

export interface Demo {
  url: string
  /** Calls the API as the demo's key may; throws on anything but a success. */
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>
  /** The cookie of the demo's admin, signed in. */
  cookie: string
  stop(): Promise<void>
}

interface DemoFile {
  url: string
  api_key: string
  staff: { email: string; password: string; role: string }[]
}

const root = resolve(import.meta.dirname, '../../..')

/** All that `bin/start` starts, on data of its own. */
export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-demo-'))
  const child = spawn(join(root, 'bin/start'), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      KEY_FILE: join(folder, 'link.key'),
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
    },
  })
  await ready(child)
  const demo = JSON.parse(readFileSync(join(folder, 'data/demo.json'), 'utf8')) as DemoFile
  return {
    url: demo.url,
    cookie: await signIn(demo),
    call: async (method, path, body) => {
      const response = await fetch(`${demo.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${demo.api_key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return JSON.parse(text) as Record<string, unknown>
    },
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout === null) return
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes('Quittance is ready')) {
      child.stdout.resume()
      return
    }
  throw new Error('bin/start ended before it was ready.')
}

async function signIn({ url, staff }: DemoFile): Promise<string> {
  const admin = staff.find(({ role }) => role === 'admin')
  const answer = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin?.email, password: admin?.password }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || cookie === undefined) throw new Error(`Signing in: ${answer.status}`)
  return cookie.split(';')[0] ?? ''
}
