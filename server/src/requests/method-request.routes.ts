import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCustomer } from '../customers/index.ts'
import { ownCompany, read, write } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { email, idParams, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { FORM_LABEL, linkToken } from './link-token.ts'
import {
  findMethodRequest,
  formState,
  listMethodRequests,
  type MethodRequest,
} from './method-requests.queries.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { revokeMethodRequest } from './revoke-method-request.ts'
import { sendMethodRequest } from './send-method-request.ts'

const MethodRequestWire = Type.Object(
  {
    object: Type.Literal('method_request'),
    id: wireId('pmr'),
    customer: wireId('cus'),
    email: Type.String(),
    status: Type.Enum(['open', 'completed', 'expired', 'revoked']),
    sent_at: timestamp,
    expires_at: timestamp,
    completed_at: nullable(timestamp),
    payment_method: nullable(wireId('pm')),
  },
  { $id: 'MethodRequest' },
)

const tag = 'Payment methods'
const permission = 'payment_methods.request' as const

export interface MethodRequestServices extends RequestServices {
  payBaseUrl: string
}

/** R-069 … R-074: forms that are mailed to customers, by which they let the company keep what they pay by. */
export function methodRequestRoutes(server: FastifyInstance, services: MethodRequestServices): void {
  const { clock } = services
  const wire = (request: MethodRequest) => toWire(request, clock.now())
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/customers/:id/method_requests',
      permission,
      summary: 'Mail a customer a form for a card or a bank account, good once and for four hours',
      tag,
      params: idParams,
      body: Type.Object({ email }, { additionalProperties: false }),
      response: MethodRequestWire,
    },
    async (tx, { actor, params, body }) =>
      wire(
        await sendMethodRequest(tx, actor, clock.now(), {
          linkKey: services.linkKey,
          company: await ownCompany(tx),
          customerId: givenId('cus', params.id, 'customer'),
          email: body.email,
        }),
      ),
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/customers/:id/method_requests',
      permission,
      summary: 'List the forms that a customer was sent, the newest twenty',
      tag,
      params: idParams,
      response: Type.Object(
        { object: Type.Literal('list'), data: Type.Array(MethodRequestWire) },
        { $id: 'MethodRequestList' },
      ),
    },
    async (db, { params }) => {
      const id = givenId('cus', params.id, 'customer')
      if ((await findCustomer(db, id)) === undefined) throw new NotFound('customer')
      return { object: 'list' as const, data: (await listMethodRequests(db, id)).map(wire) }
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/method_requests/:id/link',
      permission,
      summary: 'The form’s address, to be given by hand; while it is open',
      tag,
      params: idParams,
      response: Type.Object({ url: nullable(Type.String()) }, { $id: 'MethodRequestLink' }),
    },
    async (db, { params }) => {
      const request = await found(db, params.id)
      if (formState(request, clock.now()) !== 'open') return { url: null }
      const token = linkToken(services.linkKey, await ownCompany(db), request.id, FORM_LABEL)
      return { url: `${services.payBaseUrl}/m/${token}` }
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/method_requests/:id/resend',
      permission,
      summary: 'Send a new form in its place: the old one takes nothing any more',
      tag,
      params: idParams,
      response: MethodRequestWire,
    },
    async (tx, { actor, params }) => {
      const { id, customerId, email } = await found(tx, params.id)
      await revokeMethodRequest(tx, actor, id)
      return wire(
        await sendMethodRequest(tx, actor, clock.now(), {
          linkKey: services.linkKey,
          company: await ownCompany(tx),
          customerId,
          email,
        }),
      )
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/method_requests/:id/revoke',
      permission,
      summary: 'Take a form back',
      tag,
      params: idParams,
      response: MethodRequestWire,
      status: 200,
    },
    async (tx, { actor, params }) =>
      wire(await revokeMethodRequest(tx, actor, givenId('pmr', params.id, 'request for a payment method'))),
  )
}

async function found(db: Db, id: string): Promise<MethodRequest> {
  const request = await findMethodRequest(db, givenId('pmr', id, 'request for a payment method'))
  if (request === undefined) throw new NotFound('request for a payment method')
  return request
}

function toWire(request: MethodRequest, now: Date): Static<typeof MethodRequestWire> {
  return {
    object: 'method_request',
    id: toWireId('pmr', request.id),
    customer: toWireId('cus', request.customerId),
    email: request.email,
    status: formState(request, now),
    sent_at: request.sentAt.toISOString(),
    expires_at: request.expiresAt.toISOString(),
    completed_at: request.completedAt?.toISOString() ?? null,
    payment_method: request.paymentMethodId === null ? null : toWireId('pm', request.paymentMethodId),
  }
}
