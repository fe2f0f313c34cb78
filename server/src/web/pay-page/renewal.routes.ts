import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../lib/errors.ts'
import { renewLink } from '../../requests/index.ts'
import { find, type PayPageServices, type Token } from './find-page.ts'

/**
 * *Send me a new link* and *Ask for a new link*, a form's own submit: answered with the page, which says what was
 * done. Asking without need changes nothing.
 */
export function renewalRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.register(async (scope) => {
    // A form without fields has an empty body, which is not read.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { bodyLimit: 1024 }, async () => null)
    scope.post<Token>('/p/:token/renew', { schema: { hide: true } }, async (request, reply) => {
      const found = await find(services, request)
      if (found === undefined) return reply.callNotFound()
      if (comesFromElsewhere(request, services.payBaseUrl)) {
        throw new CameFromElsewhere(
          'Another site sent this. Nothing was sent and nothing was charged; open the link itself.',
        )
      }
      const { company, hash } = found
      await services.database.write(company.id, (tx) =>
        renewLink(tx, services.clock.now(), { linkKey: services.linkKey, company, tokenHash: hash }),
      )
      return showPage(reply, found.path, request.query.lang)
    })
  })
}

class CameFromElsewhere extends DomainError {
  readonly code = 'came_from_elsewhere'
  readonly status = 403
}

/** Browsers say where a form stands; the page's own says `null` as its origin, since it tells no referrer. */
function comesFromElsewhere({ headers }: FastifyRequest<Token>, payBaseUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  const { origin } = headers
  return origin !== undefined && origin !== 'null' && origin !== new URL(payBaseUrl).origin
}

function showPage(reply: FastifyReply, path: string, lang: string | undefined): FastifyReply {
  const language = lang === 'en' || lang === 'fr' ? `?lang=${lang}` : ''
  return reply.redirect(`${path}${language}`, 303)
}
