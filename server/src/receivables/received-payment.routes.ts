import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Customer, findCustomer } from '../customers/index.ts'
import { ownCompany, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { dayOf } from '../lib/day-of.ts'
import type { Db, Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { TENDERS } from '../lib/methods.ts'
import { sumAmounts } from '../lib/money.ts'
import { amountOut, currencyCode, isoDate, line, nullable, wireId } from '../lib/schemas.ts'
import { defaultLocale } from '../lib/words.ts'
import { CUSTOMER_PURPOSE, PaymentWire, paymentToWire } from '../payments/index.ts'
import { orderCurrency } from './order-terms.ts'
import { findPayables, listOldestDue } from './payables.queries.ts'
import { type Received, receivePayment, shareOut, type Target } from './receive-payment.ts'
import type { Held } from './reserve-payables.ts'

const MOST = 99_999_999_999
/** A bank carries more than a processor does. */
const received = Type.Integer({ minimum: 1, maximum: MOST, description: 'In minor units.' })
const applied = {
  customer: wireId('cus'),
  amount: received,
  currency: currencyCode,
  applications: Type.Optional(
    Type.Array(
      Type.Object(
        { invoice: wireId('inv'), amount: Type.Optional(received) },
        { additionalProperties: false },
      ),
      {
        maxItems: 200,
        description:
          'What it settles, in this order, and how much of each: as much as goes when not given. Left out: the customer’s open invoices, the oldest due first. None: all of it is the customer’s credit.',
      },
    ),
  ),
}
const Body = Type.Object(
  {
    ...applied,
    method: Type.Enum([...TENDERS, 'wire']),
    received_on: isoDate,
    reference: Type.Optional(
      nullable(
        Type.String({ ...line, description: 'A cheque’s number, or what a wire says: both need one.' }),
      ),
    ),
    payer: Type.Optional(nullable(line)),
    confirm_repeat: Type.Optional(
      Type.Boolean({ description: 'The same is booked already, and this is another one all the same.' }),
    ),
  },
  { additionalProperties: false },
)
const sums = {
  applied_amount: Type.Integer({ description: 'What it settles. In minor units.' }),
  credit_amount: Type.Integer({ description: 'What is kept as the customer’s credit. In minor units.' }),
}
const ReceivedWire = Type.Object(
  {
    object: Type.Literal('received_payment'),
    payment: PaymentWire,
    applications: Type.Array(Type.Object({ invoice: wireId('inv'), amount: amountOut })),
    ...sums,
  },
  { $id: 'ReceivedPayment' },
)
const PreviewWire = Type.Object(
  {
    object: Type.Literal('received_payment_preview'),
    currency: currencyCode,
    amount: amountOut,
    ...sums,
    invoices: Type.Array(
      Type.Object({
        invoice: wireId('inv'),
        number: Type.String(),
        due_on: nullable(Type.String({ format: 'date' })),
        open: amountOut,
        in_flight: Type.Integer({ description: 'Of it being paid just now, which nothing else settles.' }),
        applied: amountOut,
      }),
      { description: 'The customer’s open invoices, the oldest due first.' },
    ),
  },
  { $id: 'ReceivedPaymentPreview' },
)
type Applied = Static<ReturnType<typeof Type.Object<typeof applied>>>

/** *Receive payment*: cash, cheques and wires of a customer, applied to what they owe. */
export function receivedPaymentRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Payments'
  const permission = 'payments.receive' as const
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/received_payments',
      permission,
      summary: 'Receive cash, a cheque or a wire of a customer, and apply it to their open invoices',
      tag,
      body: Body,
      response: ReceivedWire,
      problems: ['allocation_does_not_fit', 'cheque_booked_before', 'wire_booked_before'],
    },
    async (tx, { actor, body }) => {
      const now = services.clock.now()
      const order = await receivedOf(tx, now, body)
      const { payment, settled } = await receivePayment(tx, actor, now, order)
      return {
        object: 'received_payment' as const,
        payment: paymentToWire(payment),
        applications: settled.map(({ id, amount }) => ({
          invoice: toWireId('inv', id),
          amount: Number(amount),
        })),
        ...sumsOf(order.amount, settled),
      }
    },
  )
  read(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/received_payments/preview',
      permission,
      summary: 'Say what a payment of a customer would settle, and book nothing',
      tag,
      body: Type.Object(
        { ...applied, amount: Type.Integer({ minimum: 0, maximum: MOST }) },
        { additionalProperties: false },
      ),
      response: PreviewWire,
      status: 200,
      problems: ['allocation_does_not_fit'],
    },
    async (db, { body }) => {
      const { customerId, currency, targets } = await purposeOf(db, body)
      const open = await listOldestDue(db, { customerId, currency })
      const amount = BigInt(body.amount)
      const named = await findPayables(
        db,
        targets.map(({ id }) => id),
      )
      const shares = shareOut({ targets, customerId, currency, amount }, named)
      return {
        object: 'received_payment_preview' as const,
        currency: body.currency,
        amount: body.amount,
        ...sumsOf(amount, shares),
        invoices: open.map(({ id, label, dueOn, open, inFlight }) => ({
          invoice: toWireId('inv', id),
          number: label,
          due_on: dueOn,
          open: Number(open),
          in_flight: Number(inFlight),
          applied: Number(shares.find((share) => share.id === id)?.amount ?? 0n),
        })),
      }
    },
  )
}

/** Whose the money is and what it is to settle. */
async function purposeOf(
  db: Db,
  body: Applied,
): Promise<{ customer: Customer; customerId: string; currency: string; targets: Target[] }> {
  const customer = await findCustomer(db, givenId('cus', body.customer, 'customer'))
  if (customer === undefined) throw new NotFound('customer')
  const { id: customerId } = customer
  const currency = orderCurrency(body.currency)
  const targets =
    body.applications?.map(({ invoice, amount }) => ({
      id: givenId('inv', invoice, 'invoice'),
      ...(amount === undefined ? {} : { amount: BigInt(amount) }),
    })) ?? (await listOldestDue(db, { customerId, currency })).map(({ id }) => ({ id }))
  if (new Set(targets.map(({ id }) => id)).size < targets.length)
    throw new InvalidRequest('An invoice stands twice among those to settle. Nothing was booked.', {
      field: 'applications',
    })
  return { customer, customerId, currency, targets }
}

async function receivedOf(tx: Tx, now: Date, body: Static<typeof Body>): Promise<Received> {
  const company = await ownCompany(tx)
  if (body.received_on > dayOf(now, company.timeZone))
    throw new InvalidRequest(
      'A payment is booked once it is there; this day is yet to come. Nothing was booked.',
      { field: 'received_on' },
    )
  const reference = body.reference?.trim() || null
  if (reference === null && body.method !== 'cash')
    throw new InvalidRequest(
      `A ${body.method} is booked with its ${body.method === 'cheque' ? 'number' : 'reference'}, so that nobody books it twice. Nothing was booked.`,
      { field: 'reference' },
    )
  const { customer, customerId, currency, targets } = await purposeOf(tx, body)
  const payer = body.payer?.trim() || null
  const common = {
    targets,
    customerId,
    purposeType: CUSTOMER_PURPOSE,
    purposeId: customerId,
    amount: BigInt(body.amount),
    currency,
    reference,
    receivedOn: body.received_on,
    locale: defaultLocale(customer.language ?? company.language, company.country),
    isRepeat: body.confirm_repeat ?? false,
  }
  return body.method === 'wire'
    ? { ...common, method: body.method, sender: payer }
    : { ...common, method: body.method, payer: payer ?? customer.name }
}

function sumsOf(amount: bigint, settled: readonly Held[]) {
  const applied = sumAmounts(settled.map((share) => share.amount))
  return { applied_amount: Number(applied), credit_amount: Number(amount - applied) }
}
