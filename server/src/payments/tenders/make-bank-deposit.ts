import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId, toWireId } from '../../lib/ids.ts'
import { isTender } from '../../lib/methods.ts'
import { sumAmounts } from '../../lib/money.ts'
import { PaymentNotBankable } from '../errors.ts'
import { bankDepositMade } from '../events.ts'
import { lockPayments, type Payment, type PaymentId } from '../payments.queries.ts'
import { BANK_DEPOSIT, type BankDeposit } from './bank-deposits.queries.ts'
import { postBanked } from './postings.ts'
import type { BankDepositId } from './tenders.queries.ts'

/** What goes to the bank in one go: the day, and the number on its slip. */
export interface NewBankDeposit {
  payments: readonly PaymentId[]
  depositedOn: string
  reference: string | null
}

/** Cash and cheques are taken to the bank: from undeposited funds to it (1010 / 1020). Each is banked once. */
export async function makeBankDeposit(
  tx: Tx,
  actor: Actor,
  now: Date,
  { payments: ids, depositedOn, reference }: NewBankDeposit,
): Promise<BankDeposit> {
  const payments = await lockPayments(tx, ids)
  if (payments.length < ids.length) throw new NotFound('payment')
  for (const payment of payments) checkBankable(payment, depositedOn)
  const currency = payments[0]?.currency ?? ''
  if (payments.some((payment) => payment.currency !== currency))
    throw new InvalidRequest(
      'These are of several currencies, and a deposit is of one. Nothing was banked; make a deposit of each.',
      { field: 'payments' },
    )
  const id = newId<'bdp'>()
  const deposit = await tx.one(sql<BankDeposit>`
    insert into payments.bank_deposits (company_id, id, deposited_on, reference, currency, amount, payments, created_at)
    values (${tx.companyId}, ${id}, ${depositedOn}, ${reference}, ${currency},
      ${sumAmounts(payments.map(({ amount, fromDrawer }) => amount - fromDrawer))}, ${payments.length}, ${now})
    returning ${BANK_DEPOSIT}`)
  await bank(tx, id, ids)
  for (const payment of payments) postBanked(tx, now, payment)
  await emit(tx, actor, bankDepositMade, id, deposit)
  return deposit
}

function checkBankable({ amount, fromDrawer, id, method, state, tender }: Payment, day: string): void {
  const refuse = (why: string) =>
    new PaymentNotBankable(`${why} Nothing was banked.`, {
      field: 'payments',
      details: { payment: toWireId('pay', id) },
    })
  if (!isTender(method) || tender === null)
    throw refuse('Only cash and cheques are taken to the bank; one of these came in otherwise.')
  if (state !== 'succeeded') throw refuse('One of these was taken back.')
  if (tender.depositId !== null) throw refuse('One of these is banked already.')
  if (fromDrawer === amount) throw refuse('All of one of these was given back.')
  if (tender.receivedOn > day) throw refuse('One of these was received after this day.')
}

async function bank(tx: Tx, id: BankDepositId, payments: readonly PaymentId[]): Promise<void> {
  await tx.change(
    sql`
    update payments.tenders set bank_deposit_id = ${id}
    where company_id = ${tx.companyId} and id = any(${payments}) and bank_deposit_id is null`,
    payments.length,
  )
}
