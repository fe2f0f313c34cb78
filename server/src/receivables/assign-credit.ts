import { sql, type Tx } from '../lib/db/index.ts'

/** Says whose the credit of a payment is, where the payment itself was for nothing that anyone owes. */
export async function assignCredit(tx: Tx, paymentId: string, customerId: string): Promise<void> {
  await tx.change(
    sql`
    update receivables.credits set customer_id = ${customerId}
    where company_id = ${tx.companyId} and payment_id = ${paymentId} and customer_id is null`,
    undefined,
  )
}
