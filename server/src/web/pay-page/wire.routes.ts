import type { FastifyInstance } from 'fastify'
import type { CustomerId } from '../../customers/index.ts'
import { OutcomeUnknown } from '../../lib/external-call.ts'
import { openCashAccount, readWireInstructions } from '../../payments/index.ts'
import { findRequest, wireReference } from '../../requests/index.ts'
import { type Found, find, type PayPageServices, type Token } from './find-page.ts'
import { refuseElsewhere, showPage } from './plain-forms.ts'
import { renderView, sendPage, sendUnknownPage, viewOf } from './send-page.ts'
import type { PayPageView } from './view.ts'

/**
 * *Pay by wire*: a plain form that is answered with where to send it. The numbers are read from the processor for whoever
 * holds the link and chose so; no page that is kept has them, and nothing of ours keeps them.
 */
export function wirePageRoutes(server: FastifyInstance, services: PayPageServices): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { bodyLimit: 1024, parseAs: 'string' },
      async () => null,
    )
    scope.post<Token>('/p/:token/wire', { schema: { hide: true } }, async (request, reply) => {
      const found = await find(services, request)
      if (found === undefined) return sendUnknownPage(services, request, reply)
      refuseElsewhere(request, services.payBaseUrl)
      const customerId = await customerOf(services, found)
      const view = await viewOf(services, found, { anyway: false, now: services.clock.now() })
      if (view.wire !== 'offered' || customerId === null) return showPage(reply, found.path, request.query)
      const isOpen = await openCashAccount(services, found.company.id, customerId).then(
        () => true,
        unlessUnknown,
      )
      if (isOpen !== true) return sendPage(reply, renderView(services, shown(view, 'unreachable')))
      return showPage(reply, `${found.path}/wire`, request.query)
    })
    scope.get<Token>('/p/:token/wire', { schema: { hide: true } }, async (request, reply) => {
      const found = await find(services, request)
      if (found === undefined) return sendUnknownPage(services, request, reply)
      const customerId = await customerOf(services, found)
      const view = await viewOf(services, found, { anyway: false, now: services.clock.now() })
      if (view.wire !== 'offered' || customerId === null) return sendPage(reply, renderView(services, view))
      const wire = await readWireInstructions(services, found.company.id, customerId).catch(unlessUnknown)
      if (wire === undefined) return showPage(reply, found.path, request.query)
      const reference = wireReference(found.page.requestId)
      return sendPage(
        reply,
        renderView(services, shown(view, wire === null ? 'unreachable' : { ...wire, reference })),
      )
    })
  })
}

/** The page with the bank's details in the place of its form. */
function shown(view: PayPageView, wire: NonNullable<PayPageView['wire']>): PayPageView {
  return { ...view, form: null, wire }
}

/** Null where the processor does not answer. */
function unlessUnknown(error: unknown): null {
  if (error instanceof OutcomeUnknown) return null
  throw error
}

async function customerOf(
  { database }: PayPageServices,
  { company, page }: Found,
): Promise<CustomerId | null> {
  const request = await database.read(company.id, (db) => findRequest(db, page.requestId))
  return request?.customerId ?? null
}
