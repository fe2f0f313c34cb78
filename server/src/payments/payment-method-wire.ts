import { type Static, Type } from 'typebox'
import type { Db } from '../lib/db/index.ts'
import { toWireId } from '../lib/ids.ts'
import { nullable, timestamp, wireId } from '../lib/schemas.ts'
import { consentOf } from './method-consents.queries.ts'
import { methodStates } from './payment-method.state.ts'
import type { PaymentMethod } from './payment-methods.queries.ts'

export const PaymentMethodWire = Type.Object(
  {
    object: Type.Literal('payment_method'),
    id: wireId('pm'),
    customer: wireId('cus'),
    type: Type.Enum(['card', 'ach']),
    card: nullable(
      Type.Object({
        brand: Type.String(),
        last4: Type.String(),
        exp_month: Type.Integer(),
        exp_year: Type.Integer(),
      }),
    ),
    bank: nullable(Type.Object({ name: nullable(Type.String()), last4: Type.String() })),
    state: Type.Enum(Object.keys(methodStates)),
    default: Type.Boolean({ description: 'Whether it is charged unless another is named.' }),
    reason: nullable(
      Type.String({ description: 'Why it is invalid or was removed, where no person did it.' }),
    ),
    consent: nullable(
      Type.Object(
        {
          text: Type.String(),
          name: nullable(Type.String()),
          email: nullable(Type.String()),
          accepted_at: timestamp,
        },
        { description: 'What was agreed to when it was saved, word for word.' },
      ),
    ),
    created_at: timestamp,
    removed_at: nullable(timestamp),
  },
  { $id: 'PaymentMethod' },
)

/** Methods with what was agreed to, in one statement however many there are. */
export async function methodsToWire(
  db: Db,
  methods: readonly PaymentMethod[],
): Promise<Static<typeof PaymentMethodWire>[]> {
  const consents = new Map(
    (
      await consentOf(
        db,
        methods.map(({ id }) => id),
      )
    ).map((consent) => [consent.methodId, consent]),
  )
  return methods.map((method) => {
    const consent = consents.get(method.id)
    const { brand, last4, expMonth, expYear } = method
    return {
      object: 'payment_method',
      id: toWireId('pm', method.id),
      customer: toWireId('cus', method.customerId),
      type: method.type,
      card:
        expMonth === null || expYear === null
          ? null
          : { brand: brand ?? 'card', last4, exp_month: expMonth, exp_year: expYear },
      bank: method.type === 'ach' ? { name: method.bankName, last4 } : null,
      state: method.state,
      default: method.isDefault,
      reason: method.reason,
      consent:
        consent === undefined
          ? null
          : {
              text: consent.text,
              name: consent.name,
              email: consent.email,
              accepted_at: consent.acceptedAt.toISOString(),
            },
      created_at: method.createdAt.toISOString(),
      removed_at: method.removedAt?.toISOString() ?? null,
    }
  })
}
