import { type TProperties, Type } from 'typebox'
import { METHODS } from './methods.ts'

/** Pieces of request and response schemas that every module's routes share. */
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, format: 'text' })

export const name = text(300)
export const line = text(500)
export const longText = text(5000)
export const email = Type.String({ minLength: 3, maxLength: 254, format: 'mailbox' })
export const currencyCode = Type.String({
  pattern: '^[a-z]{3}$',
  description: 'ISO 4217, lower case.',
})
export const language = Type.Enum(['en', 'fr'])
/** Some of the ways to pay, at least one. */
export const methodSet = (description: string) =>
  Type.Array(Type.Enum([...METHODS]), { minItems: 1, uniqueItems: true, description })
/** A day from the year 1 on: before it the database counts otherwise. */
export const ISO_DATE = { format: 'date', pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$' }
export const isoDate = Type.String(ISO_DATE)
export const timestamp = Type.String({ description: 'ISO 8601, UTC.' })

/** An amount in minor units of its currency: what processors can carry, and always exact. */
export const amount = Type.Integer({ minimum: 1, maximum: 99_999_999, description: 'In minor units.' })
export const amountOut = Type.Integer({ description: 'In minor units.' })

export const wireId = (prefix: string) => Type.String({ description: `An id, \`${prefix}_…\`.` })
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const idParams = Type.Object({ id: Type.String({ maxLength: 100 }) })

export const listQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  starting_after: Type.Optional(Type.String({ maxLength: 100 })),
}

/** A page of a keyset list, as `lib/pagination` makes it. */
export const listWire = <T extends Parameters<typeof Type.Array>[0]>(row: T, beside: TProperties = {}) =>
  Type.Object({
    object: Type.Literal('list'),
    ...beside,
    data: Type.Array(row),
    has_more: Type.Boolean(),
    next_cursor: nullable(Type.String()),
  })
