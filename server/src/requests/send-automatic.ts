import { ownCompany } from '../identity/index.ts'
import { system } from '../lib/actor.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Database, Tx } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { InvoiceId } from '../receivables/index.ts'
import { textOrder } from './compose-text.ts'
import { invoiceNotSent } from './events.ts'
import { sendInvoice } from './send-invoice.ts'

export interface AutomaticServices {
  database: Database
  clock: BusinessClock
  linkKey: Buffer
}

/**
 * Sends an invoice by itself, with a link by the rule for automatic invoices. `claim` writes down what became of it and
 * says whether that was still open, in the transaction that queues the mail: so it goes once. What cannot be sent is left
 * to a person, who is told.
 */
export async function sendAutomatic(
  { database, clock, linkKey }: AutomaticServices,
  companyId: CompanyId,
  invoiceId: InvoiceId,
  claim: (tx: Tx, outcome: string) => Promise<boolean>,
): Promise<void> {
  try {
    await database.write(companyId, async (tx) => {
      if (!(await claim(tx, 'sent'))) return
      await sendInvoice(tx, system, clock.now(), {
        linkKey,
        company: await ownCompany(tx),
        invoiceId,
        to: undefined,
        name: undefined,
        text: textOrder({}),
        automatic: true,
        ticked: undefined,
      })
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code } = error
    await database.write(companyId, async (tx) => {
      if (await claim(tx, code)) await emit(tx, system, invoiceNotSent, invoiceId, { code })
    })
  }
}
