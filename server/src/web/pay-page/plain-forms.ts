import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../lib/errors.ts'

class CameFromElsewhere extends DomainError {
  readonly code = 'came_from_elsewhere'
  readonly status = 403
}

/** Browsers say where a form stands; the page's own says `null` as its origin, since it tells no referrer. */
export function refuseElsewhere({ headers }: Pick<FastifyRequest, 'headers'>, payBaseUrl: string): void {
  const site = headers['sec-fetch-site']
  const { origin } = headers
  const isOwn =
    site !== undefined
      ? site === 'same-origin'
      : origin === undefined || origin === 'null' || origin === new URL(payBaseUrl).origin
  if (!isOwn) {
    throw new CameFromElsewhere(
      'Another site sent this. Nothing was sent and nothing was charged; open the link itself.',
    )
  }
}

/** Back to the page, in its language. */
export function showPage(
  reply: FastifyReply,
  path: string,
  { lang, told }: { lang?: string | undefined; told?: string | undefined },
): FastifyReply {
  const query = new URLSearchParams({
    ...(lang === 'en' || lang === 'fr' ? { lang } : {}),
    ...(told === 'wrong' ? { told } : {}),
  }).toString()
  return reply.redirect(query === '' ? path : `${path}?${query}`, 303)
}
