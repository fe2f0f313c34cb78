import type { FastifyInstance, FastifyReply } from 'fastify'
import type { World } from '../world.ts'
import { readMessage } from './read-message.ts'

/** The mailbox of everyone, for programs; the page is `/mailbox`. */
export function registerMailRoutes(app: FastifyInstance, world: World): void {
  const find = (id: string) => world.store.get('message', world.platformAccount, id)

  app.get('/mailbox/messages', async (request) => {
    const {
      to,
      limit = '50',
      starting_after,
    } = request.query as { to?: string; limit?: string; starting_after?: string }
    const page = world.store.list('message', world.platformAccount, {
      limit: Math.min(Math.max(Number(limit) || 50, 1), 1000),
      startingAfter: starting_after,
      where: { to: to?.toLowerCase() },
    })
    const data = await Promise.all(
      (page?.data ?? []).map(async (message) => (await readMessage(message)).summary),
    )
    return { data, has_more: page?.hasMore ?? false }
  })

  app.delete('/mailbox/messages', async () => {
    for (const message of world.store.all('message')) world.store.delete('message', message.id)
    await world.store.flush()
    return { data: [], has_more: false }
  })

  app.get('/mailbox/messages/:id', async (request, reply) => {
    const message = find((request.params as { id: string }).id)
    if (!message) return noMessage(reply)
    const { summary, html, headers } = await readMessage(message)
    return { ...summary, html, headers }
  })

  app.get('/mailbox/messages/:id/raw', async (request, reply) => {
    const message = find((request.params as { id: string }).id)
    if (!message) return noMessage(reply)
    return reply.type('text/plain; charset=utf-8').send(Buffer.from(message.raw, 'base64'))
  })

  app.get('/mailbox/messages/:id/html', async (request, reply) => {
    const message = find((request.params as { id: string }).id)
    if (!message) return noMessage(reply)
    const { html, summary } = await readMessage(message)
    // A mail runs no script, here as in a mail program; links open beside the mailbox.
    const policy =
      "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src * data:; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8')
    const body =
      html ?? `<pre>${summary.text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</pre>`
    return reply.send(`<base target="_blank">${body}`)
  })

  app.get('/mailbox/messages/:id/attachments/:n', async (request, reply) => {
    const { id, n } = request.params as { id: string; n: string }
    const message = find(id)
    const attachment = message && (await readMessage(message)).attachments[Number(n)]
    if (!attachment) return noMessage(reply)
    const name = encodeURIComponent(attachment.filename ?? `attachment-${n}`)
    return reply
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', 'sandbox')
      .type(attachment.contentType)
      .send(attachment.content)
  })
}

function noMessage(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .send({ error: { type: 'invalid_request_error', message: 'No such message or attachment.' } })
}
