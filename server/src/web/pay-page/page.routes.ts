import type { FastifyInstance } from 'fastify'
import { openLink } from '../../requests/index.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { chosenLocale, find, mustFind, type PayPageServices, type Token } from './find-page.ts'
import { loadView } from './load-view.ts'
import { renderPayPage, renderUnknownPage } from './render.ts'
import { statusOf } from './status.ts'

/** `shown` is the amount that the open page shows, in minor units. */
interface StatusOf extends Token {
  Querystring: Token['Querystring'] & { shown?: string }
}

/** The page itself, that a person opened it, and what its script asks while it stands open. */
export function pageRoutes(server: FastifyInstance, services: PayPageServices): void {
  const hide = { schema: { hide: true } }
  server.get<Token>('/p/:token', hide, async (request, reply) => {
    const found = await find(services, request)
    const locale = found?.locale ?? chosenLocale(request, 'en-US')
    const view =
      found === undefined
        ? null
        : await loadView(services, found.company, found.page, {
            ...found,
            anyway: request.query.anyway === '1',
            now: services.clock.now(),
            pathOf: (linkId) => new URL(services.linkUrl(found.company, linkId)).pathname,
          })
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(view, services.processor))
    if (view === null)
      return reply.code(404).send(renderUnknownPage(locale, services.sandbox, services.assets))
    return reply.send(Buffer.from(renderPayPage(view, services.assets)))
  })

  server.post<Token>('/p/:token/opened', hide, async (request, reply) => {
    const { company, hash } = await mustFind(services, request)
    await services.database.write(company.id, (tx) => openLink(tx, services.clock.now(), hash))
    return reply.code(204).send()
  })

  server.get<StatusOf>('/p/:token/status', hide, async (request) =>
    statusOf(services, await mustFind(services, request), request.query.shown),
  )
}
