import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from 'ghtml'
import { findCompany } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { findMessage, readUnsubscribeToken, suppressAddress } from '../../messaging/index.ts'
import { unsubscribeWords } from './words.ts'

export interface UnsubscribeServices {
  database: Database
  linkKey: Buffer
}

/**
 * Where optional mail is stopped: by the page's button, or by a mail program in one click (RFC 8058). Opening it
 * changes nothing, since mail scanners open pages too.
 */
export function unsubscribeRoutes(server: FastifyInstance, services: UnsubscribeServices): void {
  const { database } = services
  const find = async (token: string) => {
    const named = readUnsubscribeToken(services.linkKey, token)
    const message =
      named === undefined
        ? undefined
        : await database.read(named.companyId, (db) => findMessage(db, named.messageId))
    const company = named === undefined ? undefined : await findCompany(database.global, named.companyId)
    if (message === undefined || company === undefined) throw new NotFound('message')
    return { message, company }
  }
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The click carries `List-Unsubscribe=One-Click`, which says nothing more than the method does.
    scope.addContentTypeParser('*', { bodyLimit: 10_000 }, (_, payload, done) => {
      payload.resume()
      payload.on('end', () => done(null, undefined))
    })
    scope.get<{ Params: { token: string } }>(
      '/u/:token',
      { schema: { hide: true } },
      async (request, reply) => {
        const { message, company } = await find(request.params.token)
        const say = unsubscribeWords(message.locale)
        const seller = company.displayName
        const body = html`<h1>${say('ask')}</h1><p>${say('explain', { seller })}</p><form method="post"><button>${say('stop')}</button></form>`
        return sendPage(reply, message.locale, say('title', { seller }), body)
      },
    )
    scope.post<{ Params: { token: string } }>(
      '/u/:token',
      { schema: { hide: true } },
      async (request, reply) => {
        const { message, company } = await find(request.params.token)
        const { id: messageId, toAddress: address } = message
        await database.write(company.id, (tx) =>
          suppressAddress(
            tx,
            { type: 'payer', id: messageId },
            { address, reason: 'unsubscribed', messageId, detail: null },
          ),
        )
        const say = unsubscribeWords(message.locale)
        const seller = company.displayName
        const body = html`<h1>${say('done')}</h1><p>${say('done_explain', { seller })}</p>`
        return sendPage(reply, message.locale, say('title', { seller }), body)
      },
    )
  })
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 Inter,system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:48px 20px}
h1{font-size:24px;line-height:32px;margin:0 0 12px}button{background:#0b6b4f;border:0;border-radius:8px;color:#fff;font:inherit;font-weight:600;margin-top:12px;min-height:48px;padding:0 24px}
button:focus-visible{outline:3px solid #5fd0a5;outline-offset:2px}`

function sendPage(reply: FastifyReply, locale: string, title: string, body: string) {
  return reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    )
    .type('text/html; charset=utf-8')
    .send(
      html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>!${STYLE}</style></head><body><main>!${body}</main></body></html>`,
    )
}
