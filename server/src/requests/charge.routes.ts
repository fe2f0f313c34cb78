import type { FastifyInstance } from 'fastify'
import { external, findCompany, type RouteServices } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import type { CompanyId } from '../lib/ids.ts'
import { idParams } from '../lib/schemas.ts'
import { findPayment, type PaymentId, PaymentWire, paymentToWire } from '../payments/index.ts'
import type { PayServices } from './charge-confirmed.ts'
import { chargeSavedMethod } from './charge-saved-method.ts'
import { PaidForBody, paidFor } from './paid-for.ts'

/** Charging what is saved, by a person who may receive payments. */
export function chargeRoutes(server: FastifyInstance, services: RouteServices & PayServices): void {
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_methods/:id/charge',
      permission: 'payments.receive',
      summary: 'Charge a saved payment method for a request, for invoices or for an order of its customer',
      tag: 'Payment methods',
      params: idParams,
      body: PaidForBody,
      response: PaymentWire,
    },
    async ({ actor, companyId, params, body }, claim) => {
      const of = paidFor(body)
      const company = await findCompany(services.database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const payment = await chargeSavedMethod(
        services,
        actor,
        company,
        {
          methodId: givenId('pm', params.id, 'payment method'),
          of,
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
