import { type Static, Type } from 'typebox'
import { InvalidRequest } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { amount, wireId } from '../lib/schemas.ts'
import { MOST_INVOICES } from './create-request.ts'
import type { PaidFor } from './request-to-charge.ts'

/** What staff name that is to be paid, by what is saved or by a card on the phone. */
export const PaidForBody = Type.Object(
  {
    payment_request: Type.Optional(wireId('req')),
    invoices: Type.Optional(
      Type.Array(wireId('inv'), { minItems: 1, maxItems: MOST_INVOICES, uniqueItems: true }),
    ),
    order: Type.Optional(
      Type.String({
        description: 'An order, `ord_…`: it is paid by its invoice, which is issued now where it has none.',
      }),
    ),
    amount: Type.Integer({
      ...amount,
      description:
        'In minor units: what is open of it, as it was seen. What is owed is charged; where that is another amount by now, it is told and nothing is charged.',
    }),
  },
  { additionalProperties: false },
)

/** Throws where not just one of them is named. */
export function paidFor({ payment_request: request, invoices, order }: Static<typeof PaidForBody>): PaidFor {
  if ([request, invoices, order].filter((named) => named !== undefined).length !== 1) {
    throw new InvalidRequest(
      'Name either the payment_request, the invoices or the order that is to be paid. Nothing was charged.',
      { field: 'payment_request' },
    )
  }
  if (request !== undefined) return { requestId: givenId('req', request, 'payment request') }
  if (order !== undefined) return { orderId: givenId('ord', order, 'order') }
  return { invoiceIds: (invoices ?? []).map((id) => givenId('inv', id, 'invoice')) }
}
