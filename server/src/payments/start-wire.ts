import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { newId, toWireId } from '../lib/ids.ts'
import { WireBookedBefore } from './errors.ts'
import type { Payment, PaymentId } from './payments.queries.ts'
import { startPayment } from './start-payment.ts'
import { findSameWires, keepWire, type SameWire } from './wires.queries.ts'

/** A wire that came to the company's own bank, as a person books it. */
export interface BookedWire extends SameWire {
  purposeType: string
  purposeId: string
  sender: string | null
  locale: string
  /** The same wire is booked already, and this is another one all the same. */
  isRepeat: boolean
}

/**
 * Records a wire before it is said what it is for. One that is booked already (by reference, day and amount) is asked
 * about: of two who book it at once, the second is told.
 */
export async function startWire(tx: Tx, actor: Actor, now: Date, wire: BookedWire): Promise<Payment> {
  const same = await findSameWires(tx, wire)
  const before = same.find(({ takenBack }) => takenBack === null)
  if (before !== undefined && !wire.isRepeat) throw bookedBefore(before.id)
  const payment = await startPayment(tx, actor, now, {
    purposeType: wire.purposeType,
    purposeId: wire.purposeId,
    submitKey: newId(),
    amount: wire.amount,
    currency: wire.currency,
    method: 'wire',
    confirmationToken: '', // no page confirms it
    payerName: wire.sender,
    payerEmail: null,
    locale: wire.locale,
    payerAddress: null,
  })
  if (!(await keepWire(tx, payment.id, wire, same.length))) throw bookedBefore(undefined)
  const { reference, sender, receivedOn } = wire
  return { ...payment, wire: { reference, sender, receivedOn, takenBack: null, note: null } }
}

function bookedBefore(id: PaymentId | undefined): WireBookedBefore {
  return new WireBookedBefore(
    'A wire with this reference, day and amount is booked already. Nothing was booked; confirm that this is another one if it is.',
    { field: 'reference', ...(id === undefined ? {} : { details: { payment: toWireId('pay', id) } }) },
  )
}
