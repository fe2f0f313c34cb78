import type { FastifyInstance } from 'fastify'
import { resolvePayment, verifyDeposits } from '../../payments/index.ts'
import { parseForm, type ToldForm } from './deposits-form.ts'
import { find, type PaymentOf, type PayPageServices, paymentOf } from './find-page.ts'
import { refuseElsewhere, showPage } from './plain-forms.ts'
import { sendUnknownPage } from './send-page.ts'

/** *Verify my account* and *Pay in another way*: plain forms, answered with the page, which says what came of them. */
export function depositRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { bodyLimit: 1024, parseAs: 'string' },
      async (_request: unknown, body: string) => parseForm(body),
    )
    for (const step of ['verify', 'drop'] as const) {
      const url = `/p/:token/payments/:payment/${step}`
      scope.get<PaymentOf>(url, { schema: { hide: true } }, async (request, reply) =>
        showPage(reply, `/p/${encodeURIComponent(request.params.token)}`, request.query),
      )
      scope.post<PaymentOf & { Body: ToldForm | null }>(
        url,
        { schema: { hide: true } },
        async (request, reply) => {
          const found = await find(services, request)
          if (found === undefined) return sendUnknownPage(services, request, reply)
          refuseElsewhere(request, services.payBaseUrl)
          const payment = await paymentOf(services, found, request.params.payment)
          if (payment === undefined) return reply.callNotFound()
          const actor = { type: 'payer' as const, id: found.page.linkId }
          let isWrong = false
          if (step === 'drop') {
            if (payment.state === 'requires_action')
              await resolvePayment(services, found.company.id, payment.id, { actor, giveUp: true })
          } else {
            const told = request.body?.told
            const answer =
              told === undefined
                ? undefined
                : await verifyDeposits(services, actor, found.company.id, payment.id, told)
            isWrong = told === undefined || (answer?.isWrong ?? false)
          }
          return showPage(reply, found.path, { ...request.query, ...(isWrong ? { told: 'wrong' } : {}) })
        },
      )
    }
  })
}
