import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDashboard } from '../../scripts/build-dashboard.ts'
import { type Dashboard, loadDashboard } from '../../server/src/web/dashboard/load-dashboard.ts'
import { dashboardRoutes } from '../../server/src/web/dashboard/routes.ts'

const BASE = 'http://desk.test'
const PAY = 'http://pay.test'

describe('the files of the dashboard', () => {
  let server: FastifyInstance
  let dashboard: Dashboard

  beforeAll(async () => {
    await buildDashboard()
    const loaded = loadDashboard()
    if (loaded === undefined) throw new Error('What was just built is not there.')
    dashboard = loaded
    server = fastify()
    dashboardRoutes(server, { dashboard, baseUrl: BASE, payBaseUrl: PAY })
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
    const [script = ''] = scriptsOf((await get('/')).body).filter((path) => path.includes('/assets/'))
    const plain = await get(script)
    const packed = await get(script, { 'accept-encoding': 'gzip, br' })
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.headers.vary).toBe('accept-encoding')
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
  })

  it('take no more than 230 KB of compressed script before the first screen', async () => {
    const scripts = scriptsOf((await get('/')).body)
    const sizes = scripts.map((path) => dashboard.find(path)?.gzip?.length ?? Number.NaN)
    const size = sizes.reduce((sum, each) => sum + each, 0)
    console.log(`first load: ${Math.round(size / 1024)} KB of script, gzipped`)
    expect(size).toBeLessThan(230 * 1024)
  })
})

/** The scripts that the page asks for at once. */
function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<(?:script[^>]*\bsrc|link[^>]*rel="modulepreload"[^>]*\bhref)="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
}
