import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import { GIVEN_UP, NEVER_SENT } from './payments.queries.ts'
import type { SetupState } from './setup.state.ts'

export type SetupId = Id<'set'>

/** One try to save, without charging. */
export interface Setup {
  id: SetupId
  purposeId: string
  customerId: CustomerId
  type: 'card' | 'ach'
  confirmationToken: string
  state: SetupState
  processorReference: string | null
  declineCode: string | null
  /** As counters count it (`addressKey`); null of tries before this was kept. */
  payerAddress: string | null
  createdAt: Date
}

export const SETUP =
  raw(`id, purpose_id "purposeId", customer_id "customerId", type, confirmation_token "confirmationToken", state,
  processor_reference "processorReference", decline_code "declineCode", payer_address "payerAddress", created_at "createdAt"`)

export function findSetup(db: Db, id: SetupId): Promise<Setup | undefined> {
  return db.maybe(sql<Setup>`
    select ${SETUP} from payments.method_setups where company_id = ${db.companyId} and id = ${id}`)
}

export function lockSetup(tx: Tx, id: SetupId): Promise<Setup | undefined> {
  return tx.maybe(sql<Setup>`
    select ${SETUP} from payments.method_setups where company_id = ${tx.companyId} and id = ${id} for update`)
}

export async function findSetupByReference(db: Db, reference: string): Promise<SetupId | undefined> {
  const row = await db.maybe(sql<{ id: SetupId }>`
    select id from payments.method_setups where company_id = ${db.companyId} and processor_reference = ${reference}`)
  return row?.id
}

/** The tries of one purpose, newest first. */
export function listSetups(db: Db, purposeId: string): Promise<Setup[]> {
  return db.many(sql<Setup>`
    select ${SETUP} from payments.method_setups
    where company_id = ${db.companyId} and purpose_id = ${purposeId} order by id desc limit 50`)
}

/** Whether a bank said no, as against a try that was given up, or that no bank was asked about. */
export function isDeclined({ state, declineCode }: Setup): boolean {
  return state === 'failed' && declineCode !== NEVER_SENT && declineCode !== GIVEN_UP
}
