import { type CustomerId, findCustomer } from '../customers/index.ts'
import { findCompany } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import { dayOf } from '../lib/day-of.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId, toWireId } from '../lib/ids.ts'
import { toDecimalString } from '../lib/money.ts'
import { defaultLocale } from '../lib/words.ts'
import type { Payment } from '../payments/index.ts'
import type { ChargeBackId } from './charge-backs.queries.ts'
import { RECOVERY_CODE } from './document-type.ts'
import { invoiceIssued, recoveryRaised } from './events.ts'
import { recoveryWords } from './words.ts'
import { insertInvoice } from './write-invoice.ts'

/**
 * Claims by an invoice what a customer has twice: refunded by the company, and taken back by a bank. It is of the company's
 * own series, in the customer's language, due on the day itself, without tax; whoever takes the money back has posted it.
 * Nobody is told but staff. Its number's counter stays locked until the transaction ends.
 */
export async function raiseRecovery(
  tx: Tx,
  actor: Actor,
  at: Date,
  recovery: { chargeBackId: ChargeBackId; payment: Payment; customerId: CustomerId; amount: bigint },
): Promise<void> {
  const { chargeBackId, payment, customerId, amount } = recovery
  if (amount === 0n) return
  const [customer, company] = await Promise.all([findCustomer(tx, customerId), findCompany(tx, tx.companyId)])
  if (customer === undefined || company === undefined) throw new NotFound('customer')
  const currency = payment.currency as Currency
  const locale = defaultLocale(customer.language ?? company.language, company.country)
  const say = recoveryWords(locale)
  const day = (when: Date) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone }).format(when)
  const facts = {
    payment: toWireId('pay', payment.id),
    paid: day(payment.settledAt ?? payment.createdAt),
    returned: day(at),
  }
  const id = newId<'inv'>()
  const issuedOn = dayOf(at, company.timeZone)
  await emit(tx, actor, invoiceIssued, id, { customer_id: customer.id, total: amount, currency })
  await emit(tx, actor, recoveryRaised, id, { payment_id: payment.id, amount, currency })
  await insertInvoice(tx, at, {
    id,
    externalNumber: null,
    series: 'own',
    typeCode: RECOVERY_CODE,
    recovery: { chargeBackId, paymentId: payment.id },
    source: null,
    customerId: customer.id,
    currency,
    subtotal: amount,
    allowances: 0n,
    charges: 0n,
    shipping: 0n,
    tax: 0n,
    rounding: 0n,
    total: amount,
    prepaid: 0n,
    issuedOn,
    dueOn: issuedOn,
    orderReference: null,
    note: say('note'),
    buyer: {
      name: customer.name,
      addressLines: customer.addressLines,
      email: customer.email,
      taxId: customer.taxId,
    },
    seller: null,
    adjustments: [],
    taxBreakdown: [],
    terms: null,
    lines: [
      {
        description: say('line', facts),
        quantity: '1',
        unit: null,
        unitPrice: toDecimalString(amount, currency),
        taxRate: null,
        amount,
        taxes: [],
      },
    ],
  })
}
