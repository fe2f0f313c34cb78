import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCustomer } from '../customers/index.ts'
import { type Company, ownCompany, write } from '../identity/index.ts'
import { dayOf } from '../lib/day-of.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { currencyCode, idParams, isoDate, line, nullable, wireId } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import {
  CUSTOMER_PURPOSE,
  PaymentWire,
  paymentToWire,
  TAKEN_BACK,
  takeBackPayment,
} from '../payments/index.ts'
import { orderCurrency, type Received, receivePayment } from '../receivables/index.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { requestIdOf } from './request-wire.ts'
import { findRequest, listPayableIds, lockRequest } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'

const WireBody = Type.Object(
  {
    payment_request: Type.Optional(wireId('req')),
    customer: Type.Optional(wireId('cus')),
    invoices: Type.Optional(
      Type.Array(wireId('inv'), {
        maxItems: 100,
        uniqueItems: true,
        description:
          'Of the customer: what the wire settles, in this order. Without any, all of it is the customer’s credit.',
      }),
    ),
    amount: Type.Integer({
      minimum: 1,
      maximum: 99_999_999_999,
      description: 'In minor units. A bank carries more than a processor does.',
    }),
    currency: currencyCode,
    reference: Type.Optional(nullable(line)),
    sender: Type.Optional(nullable(line)),
    received_on: isoDate,
    confirm_repeat: Type.Optional(
      Type.Boolean({
        description:
          'A wire with this reference, day and amount is booked already, and this is another one all the same.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** Wires to the company's own bank, booked by hand, and taken back. */
export function wireRoutes(server: FastifyInstance, services: RequestServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/wires',
      permission: 'payments.receive',
      summary: 'Book a wire that came to your own bank, for a payment request or a customer’s invoices',
      tag: 'Payments',
      body: WireBody,
      response: PaymentWire,
      problems: ['wire_booked_before'],
    },
    async (tx, { actor, body }) => {
      const now = services.clock.now()
      const company = await ownCompany(tx)
      if (body.received_on > dayOf(now, company.timeZone))
        throw new InvalidRequest(
          'A wire is booked once it is there; this day is yet to come. Nothing was booked.',
          {
            field: 'received_on',
          },
        )
      const { payment } = await receivePayment(tx, actor, now, await wireOrder(tx, company, body))
      return paymentToWire(payment)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payments/:id/take_back',
      permission: 'refunds.create',
      summary:
        'Take back what was booked by hand (a wire, cash, a cheque): it bounced, or was booked by mistake',
      tag: 'Payments',
      params: idParams,
      body: Type.Object(
        { reason: Type.Enum([...TAKEN_BACK]), note: Type.Optional(nullable(line)) },
        { additionalProperties: false },
      ),
      response: PaymentWire,
      status: 200,
      problems: ['payment_not_taken_back'],
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('pay', params.id, 'payment')
      const why = { reason: body.reason, note: body.note ?? null }
      return paymentToWire(await takeBackPayment(tx, actor, services.clock.now(), id, why))
    },
  )
}

/** What the wire is for: a request and all that it asks for, or a customer and some invoices. */
async function wireOrder(tx: Tx, company: Company, body: Static<typeof WireBody>): Promise<Received> {
  if ((body.payment_request === undefined) === (body.customer === undefined))
    throw new InvalidRequest(
      'A wire is for a payment request, or for a customer: name one. Nothing was booked.',
      {
        field: 'payment_request',
      },
    )
  const wire = {
    method: 'wire' as const,
    amount: BigInt(body.amount),
    currency: orderCurrency(body.currency),
    reference: body.reference?.trim() || null,
    sender: body.sender?.trim() || null,
    receivedOn: body.received_on,
    isRepeat: body.confirm_repeat ?? false,
  }
  if (body.payment_request === undefined) {
    const id = givenId('cus', body.customer ?? '', 'customer')
    const customer = await findCustomer(tx, id)
    if (customer === undefined) throw new NotFound('customer')
    const targets = (body.invoices ?? []).map((invoice) => ({ id: givenId('inv', invoice, 'invoice') }))
    const locale = defaultLocale(customer.language ?? company.language, company.country)
    return { ...wire, locale, purposeType: CUSTOMER_PURPOSE, purposeId: id, targets, customerId: id }
  }
  if (body.invoices !== undefined)
    throw new InvalidRequest('A request names its invoices itself. Nothing was booked; leave them out.', {
      field: 'invoices',
    })
  const id = requestIdOf(body.payment_request)
  await lockRequest(tx, id)
  const request = await findRequest(tx, id)
  if (request === undefined) throw new NotFound('payment request')
  const customer = request.customerId === null ? undefined : await findCustomer(tx, request.customerId)
  return {
    ...wire,
    locale: defaultLocale(customer?.language ?? company.language, company.country),
    purposeType: REQUEST_PURPOSE,
    purposeId: id,
    targets: (await listPayableIds(tx, id)).map((payable) => ({ id: payable })),
    customerId: request.customerId,
  }
}
