import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { asking, findCompany, type RouteServices } from '../../identity/index.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { NotFound } from '../../lib/errors.ts'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { PaidForBody, paidFor } from '../paid-for.ts'
import { chargedBy } from '../request-to-charge.ts'
import { openPhonePage } from './open-phone-page.ts'
import { TAKES_PAYMENTS } from './phone-state.ts'

export interface PhonePageServices extends RouteServices {
  payBaseUrl: string
  clock: BusinessClock
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
      body: PaidForBody,
      response: PhonePageWire,
    },
    async ({ actor, session, companyId, body }) => {
      const named = paidFor(body)
      const { database } = services
      const company = await findCompany(database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const { of, token, debt, expiresAt } = await database.write(companyId, async (tx) => {
        const of = await chargedBy(tx, actor, services.clock.now(), named)
        const opened = await openPhonePage(tx, { actor, session }, company, {
          of,
          amount: BigInt(body.amount),
        })
        return { of, ...opened }
      })
      return {
        object: 'phone_page' as const,
        url: `${services.payBaseUrl}${PHONE_PATH}${token}`,
        amount: body.amount,
        currency: debt.currency.toLowerCase(),
        payment_request: 'requestId' in of ? toWireId('req', of.requestId) : null,
        invoices: 'requestId' in of ? [] : of.invoiceIds.map((id) => toWireId('inv', id)),
        expires_at: expiresAt.toISOString(),
      }
    },
  )
}
