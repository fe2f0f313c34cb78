import { type Db, sql, type Tx } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import { rowLimit } from '../../lib/row-limit.ts'
import type { PaymentId } from '../payments.queries.ts'
import type { TakenBack } from '../wires.queries.ts'

export type BankDepositId = Id<'bdp'>

/** What is known of cash or a cheque. */
export interface Tender {
  /** A cheque's number. */
  reference: string | null
  payer: string | null
  /** The day on which it was handed over, `2026-11-30`. */
  receivedOn: string
  /** With what it was taken to the bank, and when; null while it lies in undeposited funds. */
  depositId: BankDepositId | null
  depositedOn: string | null
  takenBack: TakenBack | null
  note: string | null
}

/** By what two cheques are the same one. Minor units. */
export interface SameCheque {
  purposeId: string
  reference: string | null
  amount: bigint
  currency: string
}

/** The cheques that are this one by all that is known of them, taken back or not, the newest first. */
export function findSameCheques(
  db: Db,
  { purposeId, reference, amount, currency }: SameCheque,
): Promise<{ id: PaymentId; takenBack: TakenBack | null }[]> {
  return db.many(sql<{ id: PaymentId; takenBack: TakenBack | null }>`
    select id, taken_back "takenBack" from payments.tenders
    where company_id = ${db.companyId} and purpose_id = ${purposeId} and is_cheque
      and lower(reference) = lower(${reference}) and amount = ${amount} and currency = ${currency}
    order by id desc`)
}

/** Writes what is known of cash or a cheque; `false` where the same cheque was written meanwhile under the same count. */
export async function keepTender(
  tx: Tx,
  id: PaymentId,
  tender: SameCheque & Pick<Tender, 'payer' | 'receivedOn'> & { isCheque: boolean },
  repeated: number,
): Promise<boolean> {
  const kept = await tx.many(sql<{ id: PaymentId }>`
    insert into payments.tenders (company_id, id, purpose_id, reference, payer, received_on, repeated, is_cheque, amount,
      currency)
    values (${tx.companyId}, ${id}, ${tender.purposeId}, ${tender.reference}, ${tender.payer}, ${tender.receivedOn},
      ${repeated}, ${tender.isCheque}, ${tender.amount}, ${tender.currency})
    on conflict do nothing returning id`)
  return kept.length > 0
}

export async function noteTenderTakenBack(
  tx: Tx,
  id: PaymentId,
  takenBack: TakenBack,
  note: string | null,
): Promise<void> {
  await tx.change(sql`
    update payments.tenders set taken_back = ${takenBack}, note = ${note}
    where company_id = ${tx.companyId} and id = ${id}`)
}

/** A page of cash and cheques, newest first: all, those that wait to be banked, or those that are. */
export async function listTenders(
  db: Db,
  page: PageRequest,
  isBanked: boolean | undefined,
): Promise<PaymentId[]> {
  const shown =
    isBanked === undefined
      ? sql`true`
      : isBanked
        ? sql`bank_deposit_id is not null`
        : sql`bank_deposit_id is null and taken_back is null and given < amount`
  const rows = await db.many(sql<{ id: PaymentId }>`
    select id from payments.tenders
    where company_id = ${db.companyId} and ${shown}
      and (${page.after ?? null}::uuid is null or id < ${page.after ?? null}::uuid)
    order by id desc limit ${rowLimit(page.limit)}`)
  return rows.map(({ id }) => id)
}
