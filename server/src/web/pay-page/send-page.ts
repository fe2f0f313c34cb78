import type { FastifyReply, FastifyRequest } from 'fastify'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { chosenLocale, type Found, type PayPageServices, type Token } from './find-page.ts'
import { loadView } from './load-view.ts'
import { wrongLinksWords } from './refusal-words.ts'
import { renderPayPage, renderUnknownPage } from './render.ts'
import type { PayPageView } from './view.ts'
import { countWrongLink } from './wrong-links.ts'

/** The view of a page that was found, as it is to be shown now. */
export function viewOf(
  services: PayPageServices,
  found: Found,
  { anyway, now, toldWrong = false }: { anyway: boolean; now: Date; toldWrong?: boolean },
): Promise<PayPageView> {
  return loadView(services, found.company, found.page, {
    ...found,
    anyway,
    now,
    toldWrong,
    pathOf: (linkId) => new URL(services.linkUrl(found.company, linkId)).pathname,
  })
}

/** A page as it is answered. */
export interface RenderedPage {
  html: Buffer
  contentSecurityPolicy: string
  /** The one thing in the page that no two answers share; null where it has none. */
  submitKey: string | null
}

export function renderView(services: PayPageServices, view: PayPageView): RenderedPage {
  return {
    html: Buffer.from(renderPayPage(view, services.assets)),
    contentSecurityPolicy: contentSecurityPolicy(view, services.processor),
    submitKey: view.form?.submitKey ?? null,
  }
}

export function sendPage(reply: FastifyReply, { html, contentSecurityPolicy }: RenderedPage): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .send(html)
}

/** The answer to a token that no link has, the same whatever is wrong with it; in short to whoever tries many. */
export async function sendUnknownPage(
  services: PayPageServices,
  request: FastifyRequest<Token>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const locale = chosenLocale(request, 'en-US')
  const seconds = await countWrongLink(services.database, request.ip)
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(null, services.processor))
  if (seconds === 0) {
    return reply.code(404).send(renderUnknownPage(locale, services.sandbox, services.assets))
  }
  const said = wrongLinksWords(locale, seconds)
  return reply
    .code(429)
    .header('retry-after', String(seconds))
    .send(renderUnknownPage(locale, services.sandbox, services.assets, said))
}
