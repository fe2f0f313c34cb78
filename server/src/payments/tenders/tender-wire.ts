import { type Static, Type } from 'typebox'
import { toWireId } from '../../lib/ids.ts'
import { nullable, wireId } from '../../lib/schemas.ts'
import type { Payment } from '../payments.queries.ts'
import { TAKEN_BACK } from '../wires.queries.ts'

export const TenderWire = nullable(
  Type.Object(
    {
      reference: nullable(Type.String({ description: 'A cheque’s number.' })),
      payer: nullable(Type.String()),
      received_on: Type.String({ format: 'date' }),
      bank_deposit: nullable(wireId('bdp')),
      banked_on: nullable(Type.String({ format: 'date', description: 'Null while it waits to be banked.' })),
      taken_back: nullable(Type.Enum([...TAKEN_BACK], { description: 'Why, where it was.' })),
      note: nullable(Type.String()),
      to_bank: Type.Integer({
        description: 'What of it is to be banked, or was: all but what was given back in cash before.',
      }),
    },
    { description: 'Of cash or a cheque.' },
  ),
)

export function tenderToWire({ amount, fromDrawer, tender }: Payment): Static<typeof TenderWire> {
  return (
    tender && {
      reference: tender.reference,
      payer: tender.payer,
      received_on: tender.receivedOn,
      bank_deposit: tender.depositId === null ? null : toWireId('bdp', tender.depositId),
      banked_on: tender.depositedOn,
      taken_back: tender.takenBack,
      note: tender.note,
      to_bank: Number(amount - fromDrawer),
    }
  )
}
