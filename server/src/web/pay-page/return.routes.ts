import type { FastifyInstance } from 'fastify'
import { isOpen, resolvePayment } from '../../payments/index.ts'
import { find, type PayPageServices, type Token } from './find-page.ts'
import { showPage } from './plain-forms.ts'
import { sendUnknownPage } from './send-page.ts'

/** Under the page: where Affirm, or a bank's own page, sends the payer back to. */
export const RETURN_PATH = '/return'

/**
 * The payer is back. What the address says of the outcome is nobody's word: the processor is asked, before or after its
 * own news came, and the page is shown as things stand then. Coming back twice asks twice and changes nothing more.
 */
export function returnRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.get<Token>(`/p/:token${RETURN_PATH}`, { schema: { hide: true } }, async (request, reply) => {
    const found = await find(services, request)
    if (found === undefined) return sendUnknownPage(services, request, reply)
    const [latest] = found.page.payments
    if (latest !== undefined && isOpen(latest.state) && latest.verifyBy === null) {
      const actor = { type: 'payer' as const, id: found.page.linkId }
      await resolvePayment(services, found.company.id, latest.id, { actor })
    }
    const { lang } = request.query
    return showPage(reply, found.path, lang === undefined ? {} : { lang })
  })
}
