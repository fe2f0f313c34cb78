import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/index.ts'
import { newId, toWireId } from '../../lib/ids.ts'
import type { TenderMethod } from '../../lib/methods.ts'
import { ChequeBookedBefore } from '../errors.ts'
import type { Payment, PaymentId } from '../payments.queries.ts'
import { startPayment } from '../start-payment.ts'
import { findSameCheques, keepTender, type SameCheque } from './tenders.queries.ts'

/** Cash or a cheque, as the person books it who was given it. */
export interface BookedTender extends SameCheque {
  method: TenderMethod
  purposeType: string
  payer: string | null
  receivedOn: string
  locale: string
  /** The same cheque is booked already, and this is another one all the same. */
  isRepeat: boolean
}

/**
 * Records cash or a cheque before it is said what it is for. A cheque that is booked already (by whose it is, number and
 * amount) is asked about: of two who book it at once, the second is told.
 */
export async function startTender(tx: Tx, actor: Actor, now: Date, tender: BookedTender): Promise<Payment> {
  const isCheque = tender.method === 'cheque'
  const same = isCheque ? await findSameCheques(tx, tender) : []
  const before = same.find(({ takenBack }) => takenBack === null)
  if (before !== undefined && !tender.isRepeat) throw bookedBefore(before.id)
  const { amount, currency, locale, method, payer, purposeId, purposeType, receivedOn, reference } = tender
  const payment = await startPayment(tx, actor, now, {
    purposeType,
    purposeId,
    submitKey: newId(),
    amount,
    currency,
    method,
    confirmationToken: '', // no page confirms it
    payerName: payer,
    payerEmail: null,
    locale,
    payerAddress: null,
  })
  if (!(await keepTender(tx, payment.id, { ...tender, isCheque }, same.length))) throw bookedBefore(undefined)
  const unbanked = { depositId: null, depositedOn: null, takenBack: null, note: null }
  return { ...payment, tender: { reference, payer, receivedOn, ...unbanked } }
}

function bookedBefore(id: PaymentId | undefined): ChequeBookedBefore {
  return new ChequeBookedBefore(
    'A cheque of this customer with this number and amount is booked already. Nothing was booked; confirm that this is another one if it is.',
    { field: 'reference', ...(id === undefined ? {} : { details: { payment: toWireId('pay', id) } }) },
  )
}
