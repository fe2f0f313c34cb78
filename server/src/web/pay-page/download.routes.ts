import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendFile } from '../../identity/index.ts'
import { fromWireId } from '../../lib/ids.ts'
import { findReceipt, invoicePdf, readAttachment, receiptPdf } from '../../receivables/index.ts'
import { mustFind, type PaymentOf, type PayPageServices, paymentOf, type Token } from './find-page.ts'

/** The receipt and the invoices as PDFs, what the company attached, and the page's own stylesheet, script and fonts. */
export function downloadRoutes(server: FastifyInstance, services: PayPageServices): void {
  const hide = { schema: { hide: true } }
  server.get<PaymentOf>('/p/:token/receipts/:payment.pdf', hide, async (request, reply) => {
    const found = await mustFind(services, request)
    const payment = await paymentOf(services, found, request.params.payment)
    const receipt =
      payment === undefined
        ? undefined
        : await services.database.read(found.company.id, (db) => findReceipt(db, payment.id))
    if (receipt === undefined) return reply.callNotFound()
    return sendPdf(reply, await receiptPdf(receipt, found.locale))
  })

  server.get<Token & { Params: { invoice: string } }>(
    '/p/:token/invoices/:invoice.pdf',
    hide,
    async (request, reply) => {
      const found = await mustFind(services, request)
      const id = fromWireId('inv', request.params.invoice)
      if (id === undefined || !found.page.snapshot.documents.some((document) => document.id === id))
        return reply.callNotFound()
      const payUrl = `${services.payBaseUrl}${found.path}`
      return sendPdf(
        reply,
        await invoicePdf(services.database, found.company.id, id, { locale: found.locale, payUrl }),
      )
    },
  )

  server.get<Token & { Params: { attachment: string } }>(
    '/p/:token/attachments/:attachment',
    hide,
    async (request, reply) => {
      const found = await mustFind(services, request)
      const id = fromWireId('att', request.params.attachment)
      const listed = found.page.snapshot.attachments?.find((attachment) => attachment.id === id)
      const file =
        listed && (await services.database.read(found.company.id, (db) => readAttachment(db, listed.id)))
      return file === undefined ? reply.callNotFound() : sendFile(reply, file)
    },
  )

  server.get<{ Params: { '*': string } }>('/assets/*', hide, async (request, reply) => {
    const asset = services.assets.find(request.url.split('?')[0] ?? '')
    if (asset === undefined) return reply.callNotFound()
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const packed = accepted.includes('br')
      ? (['br', asset.brotli] as const)
      : (['gzip', accepted.includes('gzip') ? asset.gzip : null] as const)
    if (packed[1] !== null) reply.header('content-encoding', packed[0])
    return reply
      .type(asset.contentType)
      .header('cache-control', asset.cacheControl)
      .header('vary', 'accept-encoding')
      .send(packed[1] ?? asset.body)
  })
}

function sendPdf(reply: FastifyReply, { fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(Buffer.from(bytes))
}
