import type { FastifyInstance, FastifyReply } from 'fastify'
import { addressKey } from '../../lib/address-key.ts'
import { renewLink, TooManyRenewals } from '../../requests/index.ts'
import { type Found, find, type PayPageServices, type Token } from './find-page.ts'
import { refuseElsewhere, showPage } from './plain-forms.ts'
import { renderView, sendPage, sendUnknownPage, viewOf } from './send-page.ts'

/**
 * *Send me a new link* and *Ask for a new link*, a form's own submit: answered with the page, which says what was
 * done. Asking without need changes nothing.
 */
export function renewalRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.register(async (scope) => {
    // Whoever switches the language of what the form answered, or comes back to it, wants the page.
    scope.get<Token>('/p/:token/renew', { schema: { hide: true } }, async (request, reply) =>
      showPage(reply, `/p/${encodeURIComponent(request.params.token)}`, request.query),
    )
    // A form without fields has an empty body, which is not read.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { bodyLimit: 1024 }, async () => null)
    scope.post<Token>('/p/:token/renew', { schema: { hide: true } }, async (request, reply) => {
      const found = await find(services, request)
      if (found === undefined) return sendUnknownPage(services, request, reply)
      refuseElsewhere(request, services.payBaseUrl)
      const { company, hash } = found
      const address = addressKey(request.ip)
      try {
        await services.database.write(company.id, (tx) =>
          renewLink(tx, services.clock.now(), {
            linkKey: services.linkKey,
            company,
            tokenHash: hash,
            address,
          }),
        )
      } catch (error) {
        if (!(error instanceof TooManyRenewals)) throw error
        return sayTooMany(services, reply, found, error)
      }
      return showPage(reply, found.path, request.query)
    })
  })
}

/** The page itself, which says that no new link was sent, and why. */
async function sayTooMany(
  services: PayPageServices,
  reply: FastifyReply,
  found: Found,
  { retryAfterSeconds: seconds }: TooManyRenewals,
): Promise<FastifyReply> {
  const view = await viewOf(services, found, { anyway: false, now: services.clock.now() })
  const renewal = { kind: 'refused' as const, retryAfterSeconds: seconds }
  reply.code(429).header('retry-after', String(seconds))
  return sendPage(reply, renderView(services, { ...view, renewal }))
}
