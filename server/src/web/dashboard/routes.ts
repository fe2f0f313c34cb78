import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bearsSession, type SessionPolicy } from '../../identity/index.ts'
import { type Dashboard, NONCE_PLACE } from './load-dashboard.ts'

export interface DashboardServices {
  /** Undefined where none was built: then there is nothing at its addresses. */
  dashboard: Dashboard | undefined
  baseUrl: string
  payBaseUrl: string
  sessions: SessionPolicy
}

/** The worker serves the offline page at every address of the dashboard, so it is given all of the origin. */
const WORKER = '/dashboard/worker.js'
/** What the screens of lists ask for first, word for word: else the browser asks a second time. */
const FIRST_DATA: Readonly<Record<string, readonly string[]>> = {
  '/customers': ['/v1/customers?limit=50'],
  '/invoices': ['/v1/invoices?limit=50'],
  '/pay/requests': ['/v1/payment_requests?limit=50'],
  '/pay/payments': ['/v1/payments?limit=50'],
  '/pay/refunds': ['/v1/refunds?limit=50'],
}
/** Of the page without a network, which has no style elements. */
const STILL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The staff dashboard: one page at every address of its sections, and its files. Where payers have an origin of their
 * own there is nothing of it there.
 */
export function dashboardRoutes(server: FastifyInstance, services: DashboardServices): void {
  const { dashboard } = services
  if (dashboard === undefined) return
  const hide = { schema: { hide: true } }
  const payHost = new URL(services.payBaseUrl).host
  const isApart = payHost !== new URL(services.baseUrl).host
  const isForPayers = (request: FastifyRequest) => isApart && request.host === payHost

  const page = (section: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    if (isForPayers(request)) return reply.callNotFound()
    const nonce = randomBytes(16).toString('base64')
    const isSignedIn = bearsSession(request, services.sessions)
    const preloads = preloadsOf(dashboard.firstFiles[isSignedIn ? section : 'sign-in'] ?? [])
    const data = isSignedIn ? ['/v1/session', ...(FIRST_DATA[request.url] ?? [])] : []
    const head = `</title>${data.map(dataPreload).join('')}${preloads}`
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('x-robots-tag', 'noindex')
      .send(dashboard.page.replaceAll(NONCE_PLACE, nonce).replace('</title>', head))
  }
  for (const section of dashboard.sections) {
    server.get(`/${section}`, hide, page(section))
    if (section !== '') server.get(`/${section}/*`, hide, page(section))
  }

  server.get('/dashboard/*', hide, async (request, reply) => {
    const file = isForPayers(request) ? undefined : dashboard.find(request.url.split('?')[0] ?? '')
    if (file === undefined) return reply.callNotFound()
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const [encoding, packed] = accepted.includes('br')
      ? (['br', file.brotli] as const)
      : (['gzip', accepted.includes('gzip') ? file.gzip : null] as const)
    if (packed !== null) reply.header('content-encoding', encoding)
    if (request.url.startsWith(WORKER)) reply.header('service-worker-allowed', '/')
    if (file.contentType.startsWith('text/html')) reply.header('content-security-policy', STILL_POLICY)
    return reply
      .type(file.contentType)
      .header('cache-control', file.cacheControl)
      .header('vary', 'accept-encoding')
      .send(packed ?? file.body)
  })
}

/** By that of the session the page learns that asking who is signed in is worth while, and has asked already. */
function dataPreload(path: string): string {
  return `<link rel="preload" href="${path}" as="fetch" crossorigin="anonymous">`
}

/** Asked for as the build's loader asks, `crossorigin` too: else each file is fetched twice. */
function preloadsOf(files: readonly string[]): string {
  return files
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="preload" href="${file}" as="style" crossorigin>`
        : `<link rel="modulepreload" crossorigin href="${file}">`,
    )
    .join('')
}

/**
 * Scripts from here alone. Mantine writes its colours and breakpoints into style elements, which carry the nonce;
 * what React sets on elements goes by the object model, which the policy does not ask about.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
