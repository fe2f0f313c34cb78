import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDashboard } from '../../scripts/build-dashboard.ts'
import { type Dashboard, loadDashboard } from '../../server/src/web/dashboard/load-dashboard.ts'
import { dashboardRoutes } from '../../server/src/web/dashboard/routes.ts'

const BASE = 'http://desk.test'
const PAY = 'http://pay.test'
const cookie = `quittance_session=${'a'.repeat(43)}`

describe('the files of the dashboard', () => {
  let server: FastifyInstance
  let dashboard: Dashboard

  beforeAll(async () => {
    await buildDashboard()
    const loaded = loadDashboard()
    if (loaded === undefined) throw new Error('What was just built is not there.')
    dashboard = loaded
    server = fastify()
    dashboardRoutes(server, { dashboard, baseUrl: BASE, payBaseUrl: PAY, sessions: { origin: BASE } })
  })
  afterAll(() => server?.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url: path, headers: { host: 'desk.test', ...headers } })

  it('are one page at every address of its sections, whose policy lets no script in but our own', async () => {
    for (const path of ['/', '/sign-in', '/pay/requests', '/pay/requests/req_01?status=paid', '/settings']) {
      const answer = await get(path)
      expect(answer.statusCode).toBe(200)
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
      expect(policy).not.toContain('unsafe')
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
      expect(answer.body).toContain(`nonce="${nonce}"`)
      expect(answer.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
    }
    expect((await get('/')).headers['content-security-policy']).not.toBe(
      (await get('/')).headers['content-security-policy'],
    )
  })

  it('have every address that the dashboard knows', () => {
    const router = readFileSync(join(import.meta.dirname, '../../ui/src/app/router.tsx'), 'utf8')
    // Those of a list that opens rows beside itself stand deeper, below its own.
    const known = [...router.matchAll(/^(?: {2}\{ | {4})path: '([a-z][\w-]*)/gm)].map(
      ([, section]) => section,
    )
    expect(known).toEqual(expect.arrayContaining(['sign-in', 'pay', 'invoices']))
    expect(known.filter((section) => !dashboard.sections.has(section ?? ''))).toEqual([])
  })

  it('are nothing at addresses that are not its own, and nothing where payers have an origin of their own', async () => {
    for (const path of [
      '/p/anything',
      '/v1/nothing',
      '/dashboard/assets/none.js',
      '/dashboard/../index.html',
      '/unknown',
    ])
      expect((await get(path)).statusCode).toBe(404)
    for (const path of ['/', '/sign-in', scriptsOf((await get('/')).body)[0] ?? ''])
      expect((await get(path, { host: 'pay.test' })).statusCode).toBe(404)
  })

  it('are kept for ever by browsers where their name changes with them, and come compressed', async () => {
    const script = scriptsOf((await get('/')).body).find((path) => path.includes('/assets/index-')) ?? ''
    const plain = await get(script)
    const packed = await get(script, { 'accept-encoding': 'gzip, br' })
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.headers.vary).toBe('accept-encoding')
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
  })

  it('ask at once for fonts and the first screen, and for the session only where the browser bears one', async () => {
    const preloads = async (path: string, headers = {}) =>
      [
        ...(await get(path, headers)).body.matchAll(/<link rel="(?:module)?preload"[^>]*? href="([^"]+)"/g),
      ].map(([, file]) => file ?? '')
    const signIn = await preloads('/')
    expect(signIn.filter((file) => file.endsWith('.woff2'))).toHaveLength(2)
    expect(signIn.some((file) => file.includes('/sign-in-'))).toBe(true)
    expect(signIn).not.toContain('/v1/session')
    for (const [path, screen] of [
      ['/', '/home-'],
      ['/pay/requests', '/requests-'],
    ] as const) {
      const files = await preloads(path, { cookie })
      expect(files).toContain('/v1/session')
      expect(files.some((file) => file.includes(screen))).toBe(true)
      for (const file of files) if (!file.startsWith('/v1/')) expect((await get(file)).statusCode).toBe(200)
    }
    expect((await get('/')).headers['cache-control']).toBe('no-cache')
  })

  it('can be installed: a manifest whose icons are there, and a worker that keeps nobody’s data', async () => {
    const manifest = (await get('/dashboard/app.webmanifest')).json()
    expect(manifest).toMatchObject({ start_url: '/', scope: '/', display: 'standalone' })
    const icons = manifest.icons as { src: string; type: string; sizes: string; purpose?: string }[]
    for (const { src, type } of icons) expect((await get(src)).headers['content-type']).toBe(type)
    for (const purpose of [undefined, 'maskable'])
      expect(icons.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes)).toEqual(
        expect.arrayContaining(['192x192', '512x512']),
      )
    const worker = await get('/dashboard/worker.js')
    expect(worker.headers['service-worker-allowed']).toBe('/')
    expect(worker.body).not.toMatch(/__[A-Z]+__/)
    expect(worker.body).toContain(JSON.stringify([...dashboard.sections]))
    // All that it ever puts into a cache, and each is a file of ours.
    expect(worker.body.match(/\.(put|add|addAll)\(/g)).toEqual(['.addAll('])
    const kept = /const FILES = \[PAGE, (.*)\]/.exec(worker.body)?.[1]?.match(/[^', ]+/g) ?? []
    for (const path of ['/dashboard/offline.html', ...kept]) expect((await get(path)).statusCode).toBe(200)
    const page = await get('/dashboard/offline.html')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('Pas de connexion')
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
  })

  it('take no more than 230 KB of compressed script before the first screen', async () => {
    // Of whoever is not signed in, and of whoever is and sees Home.
    for (const headers of [{}, { cookie }]) {
      const scripts = scriptsOf((await get('/', headers)).body)
      const sizes = scripts.map((path) => dashboard.find(path)?.gzip?.length ?? Number.NaN)
      const size = sizes.reduce((sum, each) => sum + each, 0)
      console.log(`first load: ${Math.round(size / 1024)} KB of script, gzipped`)
      expect(size).toBeLessThan(230 * 1024)
    }
  })
})

/** The scripts that the page asks for at once. */
function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<(?:script[^>]*\bsrc|link[^>]*rel="modulepreload"[^>]*\bhref)="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
}
