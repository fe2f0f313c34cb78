import type { FastifyInstance } from 'fastify'
import { openLink } from '../../requests/index.ts'
import { find, mustFind, type PayPageServices, type Token } from './find-page.ts'
import { keptPages } from './kept-pages.ts'
import { renderView, sendPage, sendUnknownPage, viewOf } from './send-page.ts'
import { statusOf } from './status.ts'

/** `shown` is the amount that the open page shows, in minor units. */
interface StatusOf extends Token {
  Querystring: Token['Querystring'] & { shown?: string }
}

/** The page itself, that a person opened it, and what its script asks while it stands open. */
export function pageRoutes(server: FastifyInstance, services: PayPageServices): void {
  const hide = { schema: { hide: true } }
  const kept = keptPages()
  server.get<Token>('/p/:token', hide, async (request, reply) => {
    const found = await find(services, request)
    if (found === undefined) return sendUnknownPage(services, request, reply)
    const now = services.clock.now()
    const anyway = request.query.anyway === '1'
    const page = await kept(found, now, async () =>
      renderView(
        services,
        await viewOf(services, found, { anyway, now, toldWrong: request.query.told === 'wrong' }),
      ),
    )
    return sendPage(reply, page)
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
