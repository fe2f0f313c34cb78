import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { asking, findCompany, type RouteServices } from '../../identity/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { amount, amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { openPhonePage } from './open-phone-page.ts'
import { TAKES_PAYMENTS } from './phone-state.ts'

export interface PhonePageServices extends RouteServices {
  payBaseUrl: string
}

/** Under the pay origin: where staff enter a card that a customer gives by phone. */
const PHONE_PATH = '/t/'

const PhonePageWire = Type.Object(
  {
    object: Type.Literal('phone_page'),
    url: Type.String({
      description:
        'On the origin of the pay pages, for whoever asked alone. It takes one payment of this amount, within minutes, while their session lives; then it leads back to the dashboard. It is told once.',
    }),
    amount: amountOut,
    currency: currencyCode,
    payment_request: nullable(wireId('req')),
    invoices: Type.Array(wireId('inv')),
    expires_at: timestamp,
  },
  { $id: 'PhonePage' },
)

const Order = Type.Object(
  {
    payment_request: Type.Optional(wireId('req')),
    invoices: Type.Optional(Type.Array(wireId('inv'), { minItems: 1, maxItems: 100, uniqueItems: true })),
    amount: Type.Integer({
      ...amount,
      description: 'In minor units: what is open of it, as it was seen. Where that is another, it is told.',
    }),
  },
  { additionalProperties: false },
)

/**
 * R-053 R-056: a person who may receive payments is sent to a page of the pay origin, where they enter the card. Opening
 * one twice does nothing twice: no page holds what it is for, and each has a token of its own that is kept nowhere.
 */
export function phonePageRoutes(server: FastifyInstance, services: PhonePageServices): void {
  asking(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/phone_pages',
      permission: TAKES_PAYMENTS,
      summary: 'Open a page on which you enter the card of a customer on the phone',
      tag: 'Payments',
      body: Order,
      response: PhonePageWire,
    },
    async ({ actor, session, companyId, body }) => {
      const { payment_request: request, invoices } = body
      if ((request === undefined) === (invoices === undefined)) {
        throw new InvalidRequest(
          'Name either the payment_request or the invoices that are to be paid. Nothing was charged.',
          { field: 'payment_request' },
        )
      }
      const { database } = services
      const company = await findCompany(database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const { token, debt, expiresAt } = await database.write(companyId, (tx) =>
        openPhonePage(tx, { actor, session }, company, {
          of:
            request === undefined
              ? { invoiceIds: (invoices ?? []).map((id) => givenId('inv', id, 'invoice')) }
              : { requestId: givenId('req', request, 'payment request') },
          amount: BigInt(body.amount),
        }),
      )
      return {
        object: 'phone_page' as const,
        url: `${services.payBaseUrl}${PHONE_PATH}${token}`,
        amount: body.amount,
        currency: debt.currency.toLowerCase(),
        payment_request: request ?? null,
        invoices: invoices ?? [],
        expires_at: expiresAt.toISOString(),
      }
    },
  )
}
