import { type Static, Type } from 'typebox'
import type { CustomerId } from '../customers/index.ts'
import { type Currency, currencyFromWire } from '../lib/currencies.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { amount, amountOut, currencyCode, email, line, longText, nullable, wireId } from '../lib/schemas.ts'
import { attachmentIdOf, type PayableDetail } from '../receivables/index.ts'
import type { DetailedRequest } from './create-detailed-request.ts'
import type { OwnDocument, QuickRequest } from './create-request.ts'
import { NO_TERMS, termFields, termsOrder } from './link-terms.ts'

/** An entry of a breakdown, or the whole of a job, of which a part may be what one charge takes. */
const MOST = 1_000_000_000_000
const entry = (minimum: number) => Type.Integer({ minimum, maximum: MOST, description: 'In minor units.' })
const percent = Type.String({
  pattern: '^(100|[0-9]{1,2}(\\.[0-9]{1,4})?)$',
  description: 'Decimal text, up to four digits after the point: 30, or 33.3333.',
})
const label = Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 100, format: 'text' })))

/** Documents that the payer may download, in this order. */
export const attachmentIds = Type.Optional(Type.Array(wireId('att'), { maxItems: 10 }))

const shared = {
  currency: currencyCode,
  customer: Type.Optional(nullable(wireId('cus'))),
  email: Type.Optional(nullable(email)),
  message: Type.Optional(nullable(longText)),
  attachments: attachmentIds,
  ...termFields,
}

export const QuickBody = Type.Object(
  {
    kind: Type.Literal('quick'),
    amount: Type.Optional(amount),
    reference: line,
    part_of: Type.Optional(
      nullable(
        Type.Object(
          { label, total: entry(1), percent: Type.Optional(nullable(percent)) },
          {
            additionalProperties: false,
            description:
              'The job that this is a part of. With a percent the amount is that of the total, half up, and may be left out.',
          },
        ),
      ),
    ),
    ...shared,
  },
  { additionalProperties: false },
)

export const DetailedBody = Type.Object(
  {
    kind: Type.Literal('detailed'),
    title: line,
    reference: Type.Optional(nullable(line)),
    subtotal: entry(0),
    tax: entry(0),
    shipping: entry(0),
    part_of: Type.Optional(
      nullable(
        Type.Object(
          { label, total: Type.Optional(nullable(entry(1))), percent: Type.Optional(nullable(percent)) },
          {
            additionalProperties: false,
            description:
              'The job that this is a part of. With a percent, subtotal, tax and shipping are those of the whole job: the total asked is half up, shared among the three by largest remainder. Without, they are of this part, and total is of the whole.',
          },
        ),
      ),
    ),
    ...shared,
  },
  { additionalProperties: false },
)

export function quickOrder(body: Static<typeof QuickBody>): QuickRequest {
  const part = body.part_of ?? null
  return {
    ...sharedOrder(body, body.reference),
    currency: currencyOf(body.currency),
    amount: body.amount === undefined ? null : BigInt(body.amount),
    partOf:
      part === null
        ? null
        : { label: part.label ?? null, total: BigInt(part.total), percent: part.percent ?? null },
  }
}

export function detailedOrder(body: Static<typeof DetailedBody>): DetailedRequest {
  const part = body.part_of ?? null
  return {
    ...sharedOrder(body, body.reference ?? body.title),
    title: body.title,
    currency: currencyOf(body.currency),
    subtotal: BigInt(body.subtotal),
    tax: BigInt(body.tax),
    shipping: BigInt(body.shipping),
    partOf:
      part === null
        ? null
        : {
            label: part.label ?? null,
            total: part.total == null ? null : BigInt(part.total),
            percent: part.percent ?? null,
          },
  }
}

function sharedOrder(
  body: {
    customer?: string | null
    email?: string | null
    message?: string | null
    attachments?: string[]
  } & Parameters<typeof termsOrder>[0],
  reference: string,
): OwnDocument {
  return {
    reference,
    customerId: customerOf(body.customer),
    recipient: body.email ?? null,
    message: body.message ?? null,
    terms: { ...NO_TERMS, ...termsOrder(body) },
    attachmentIds: (body.attachments ?? []).map(attachmentIdOf),
  }
}

function customerOf(text: string | null | undefined): CustomerId | null {
  if (text == null) return null
  return givenId('cus', text, 'customer')
}

function currencyOf(text: string): Currency {
  const currency = currencyFromWire(text)
  if (currency === undefined) {
    throw new InvalidRequest(`${text} is not a currency. Nothing was created.`, { field: 'currency' })
  }
  return currency
}

export const DetailWire = {
  title: nullable(Type.String({ description: 'Of a detailed request.' })),
  breakdown: nullable(Type.Object({ subtotal: amountOut, tax: amountOut, shipping: amountOut })),
  part_of: nullable(
    Type.Object({
      label: nullable(Type.String()),
      total: amountOut,
      percent: nullable(Type.String()),
    }),
  ),
}

export function detailToWire(detail: PayableDetail | undefined) {
  const { breakdown = null, partOf = null, title = null } = detail ?? {}
  return {
    title,
    breakdown:
      breakdown === null
        ? null
        : {
            subtotal: Number(breakdown.subtotal),
            tax: Number(breakdown.tax),
            shipping: Number(breakdown.shipping),
          },
    part_of:
      partOf === null ? null : { label: partOf.label, total: Number(partOf.total), percent: partOf.percent },
  }
}
