import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { external, findCompany, type RouteServices } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import type { CompanyId } from '../lib/ids.ts'
import { amount, idParams, wireId } from '../lib/schemas.ts'
import { findPayment, type PaymentId, PaymentWire, paymentToWire } from '../payments/index.ts'
import type { PayServices } from './charge-confirmed.ts'
import { chargeSavedMethod } from './charge-saved-method.ts'

const Charge = Type.Object(
  {
    payment_request: Type.Optional(wireId('req')),
    invoices: Type.Optional(Type.Array(wireId('inv'), { minItems: 1, maxItems: 100, uniqueItems: true })),
    amount: Type.Integer({
      ...amount,
      description:
        'In minor units: what is open of it, as it was seen. What is owed is charged; where that is another amount by now, it is told and nothing is charged.',
    }),
  },
  { additionalProperties: false },
)

/** Charging what is saved, by a person who may receive payments. */
export function chargeRoutes(server: FastifyInstance, services: RouteServices & PayServices): void {
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_methods/:id/charge',
      permission: 'payments.receive',
      summary: 'Charge a saved payment method for a request or for invoices of its customer',
      tag: 'Payment methods',
      params: idParams,
      body: Charge,
      response: PaymentWire,
    },
    async ({ actor, companyId, params, body }, claim) => {
      const { payment_request: request, invoices } = body
      if ((request === undefined) === (invoices === undefined)) {
        throw new InvalidRequest(
          'Name either the payment_request or the invoices that are to be paid. Nothing was charged.',
          { field: 'payment_request' },
        )
      }
      const company = await findCompany(services.database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const payment = await chargeSavedMethod(
        services,
        actor,
        company,
        {
          methodId: givenId('pm', params.id, 'payment method'),
          of:
            request === undefined
              ? { invoiceIds: (invoices ?? []).map((id) => givenId('inv', id, 'invoice')) }
              : { requestId: givenId('req', request, 'payment request') },
          amount: BigInt(body.amount),
        },
        claim,
      )
      return paymentToWire(payment)
    },
    ({ companyId }, subjectId) => paymentOf(services, companyId, subjectId as PaymentId),
  )
}

async function paymentOf({ database }: RouteServices, companyId: CompanyId, id: PaymentId) {
  const payment = await database.read(companyId, (db) => findPayment(db, id))
  if (payment === undefined) throw new NotFound('payment')
  return paymentToWire(payment)
}
