import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { ownCompany, write } from '../identity/index.ts'
import { DomainError } from '../lib/errors.ts'
import { nullable, wireId } from '../lib/schemas.ts'
import { textOrder } from './compose-text.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { remindRequest } from './remind-request.ts'
import { requestIdOf } from './request-wire.ts'
import type { RequestId } from './requests.queries.ts'
import { voidRequest } from './void-request.ts'

const Ids = Type.Object(
  { ids: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 100, uniqueItems: true }) },
  { additionalProperties: false },
)
const Outcomes = Type.Object({
  object: Type.Literal('list'),
  data: Type.Array(
    Type.Object(
      {
        id: wireId('req'),
        done: Type.Boolean(),
        code: nullable(Type.String({ description: 'Why not: the code of a problem.' })),
        detail: nullable(Type.String()),
      },
      { $id: 'RequestOutcome' },
    ),
  ),
})

/** The same done to many requests at once: each is done or refused by itself, and the answer says which. */
export function manyRequestRoutes(server: FastifyInstance, services: RequestServices): void {
  const common = {
    method: 'POST' as const,
    permission: 'requests.send' as const,
    tag: 'Payment requests',
    body: Ids,
    response: Outcomes,
    status: 200 as const,
  }
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/payment_requests/remind_many',
      summary: 'Remind of up to 100 unpaid requests, each in the fixed text',
    },
    async (tx, { actor, body }) => {
      const company = await ownCompany(tx)
      const now = services.clock.now()
      const text = textOrder({})
      return each(body, async (requestId) => {
        await remindRequest(tx, actor, now, { linkKey: services.linkKey, company, requestId, text })
      })
    },
  )
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/payment_requests/void_many',
      summary: 'Take up to 100 requests back; their invoices stay open',
    },
    (tx, { actor, body }) =>
      each(body, async (id) => {
        await voidRequest(tx, actor, services.clock.now(), id, { voidInvoices: false })
      }),
  )
}

/**
 * In one transaction and in id order, so that two of these wait for each other and not in a circle. An operation checks
 * before it changes anything, so one that is refused has left nothing behind.
 */
async function each(
  { ids }: Static<typeof Ids>,
  work: (id: RequestId) => Promise<void>,
): Promise<Static<typeof Outcomes>> {
  const outcomes = new Map<string, { code: string; detail: string } | null>()
  for (const id of [...ids].sort()) outcomes.set(id, await refusalOf(async () => work(requestIdOf(id))))
  return {
    object: 'list',
    data: ids.map((id) => {
      const refusal = outcomes.get(id) ?? null
      return { id, done: refusal === null, code: refusal?.code ?? null, detail: refusal?.detail ?? null }
    }),
  }
}

async function refusalOf(work: () => Promise<void>): Promise<{ code: string; detail: string } | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, detail: error.message }
  }
}
