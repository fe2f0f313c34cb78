import { type Db, sql, type Tx } from '../lib/db/index.ts'
import type { CashAccountId } from './cash-accounts.queries.ts'
import type { PaymentId } from './payments.queries.ts'

/** Why a wire that was booked is taken back: its bank did not carry it out after all, or it never came. */
export const TAKEN_BACK = ['bounced', 'mistake'] as const
export type TakenBack = (typeof TAKEN_BACK)[number]

/** What a bank says of a wire. */
export interface Wire {
  /** As its sender wrote it. */
  reference: string | null
  sender: string | null
  /** The bank's day, `2026-11-30`. */
  receivedOn: string
  takenBack: TakenBack | null
  note: string | null
}

/** By what two wires are the same one. Minor units. */
export interface SameWire {
  reference: string | null
  receivedOn: string
  amount: bigint
  currency: string
}

/** The wires that are this one by all that is known of them, taken back or not, the newest first. */
export function findSameWires(
  db: Db,
  { reference, receivedOn, amount, currency }: SameWire,
): Promise<{ id: PaymentId; takenBack: TakenBack | null }[]> {
  return db.many(sql<{ id: PaymentId; takenBack: TakenBack | null }>`
    select id, taken_back "takenBack" from payments.wires
    where company_id = ${db.companyId} and lower(coalesce(reference, '')) = lower(${reference ?? ''})
      and received_on = ${receivedOn} and amount = ${amount} and currency = ${currency}
    order by id desc`)
}

/** Writes what is known of a wire; `false` where the same one was written meanwhile under the same count. */
export async function keepWire(
  tx: Tx,
  id: PaymentId,
  wire: SameWire & { sender: string | null; cashAccountId?: CashAccountId },
  repeated: number,
): Promise<boolean> {
  const kept = await tx.many(sql<{ id: PaymentId }>`
    insert into payments.wires (company_id, id, reference, sender, received_on, repeated, amount, currency,
      cash_account_id)
    values (${tx.companyId}, ${id}, ${wire.reference}, ${wire.sender}, ${wire.receivedOn}, ${repeated}, ${wire.amount},
      ${wire.currency}, ${wire.cashAccountId ?? null})
    on conflict do nothing returning id`)
  return kept.length > 0
}

export async function noteTakenBack(
  tx: Tx,
  id: PaymentId,
  takenBack: TakenBack,
  note: string | null,
): Promise<void> {
  await tx.change(sql`
    update payments.wires set taken_back = ${takenBack}, note = ${note}
    where company_id = ${tx.companyId} and id = ${id}`)
}
