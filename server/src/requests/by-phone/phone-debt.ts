import { type Customer, findCustomer } from '../../customers/index.ts'
import type { Db } from '../../lib/db/index.ts'
import { sumAmounts } from '../../lib/money.ts'
import { requireMerchantAccount } from '../../payments/index.ts'
import { findInvoices, type InvoiceId, type PayableId } from '../../receivables/index.ts'
import { checkTogether } from '../create-request.ts'
import { MethodNotOffered } from '../errors.ts'
import { decideMethods } from '../offered-methods.ts'
import { readMethodFacts } from '../read-method-facts.ts'
import type { ChargeOf } from '../request-to-charge.ts'
import { findRequest, isOfInvoices, listPayableIds, type PaymentRequest } from '../requests.queries.ts'

/** What a customer pays by phone, as it stands now. Minor units. */
export interface PhoneDebt {
  request: PaymentRequest | undefined
  payableIds: readonly PayableId[]
  invoices: readonly { id: InvoiceId; number: string; open: bigint }[]
  /** What it is called where it is no invoice. */
  reference: string
  customerName: string | null
  customer: Customer | undefined
  currency: string
  open: bigint
  inFlight: bigint
}

/** Reads what is paid; undefined where it is not there. Throws `ItemsDoNotFit` of invoices that do not go together. */
export async function findPhoneDebt(db: Db, of: ChargeOf): Promise<PhoneDebt | undefined> {
  const request = 'requestId' in of ? await findRequest(db, of.requestId) : undefined
  if ('requestId' in of && request === undefined) return undefined
  const payableIds = 'requestId' in of ? await listPayableIds(db, of.requestId) : [...new Set(of.invoiceIds)]
  const asksInvoices = request === undefined || isOfInvoices(request.kind)
  const found = asksInvoices ? await findInvoices(db, payableIds as InvoiceId[]) : []
  const [first] = found
  if (asksInvoices && (first === undefined || found.length !== payableIds.length)) return undefined
  checkTogether(found)
  const customerId = request === undefined ? first?.customerId : request.customerId
  return {
    request,
    payableIds,
    invoices: found.map(({ id, number, open }) => ({ id, number, open })),
    reference: request?.snapshot.detail?.title ?? request?.reference ?? '',
    customerName: request?.snapshot.customerName ?? first?.buyer.name ?? null,
    customer: customerId ? await findCustomer(db, customerId) : undefined,
    currency: request?.currency ?? first?.currency ?? '',
    open: request?.open ?? sumAmounts(found.map(({ open }) => open)),
    inFlight: request?.inFlight ?? sumAmounts(found.map(({ inFlight }) => inFlight)),
  }
}

/**
 * By phone a card is given, and nothing else: a wallet, Affirm and a bank's mandate need the payer themselves. Whether
 * links are sent to them, and what for, is another question. Throws where no card may be charged for it.
 */
export async function requireCard(db: Db, debt: PhoneDebt, amount: bigint) {
  const account = await requireMerchantAccount(db, debt.currency)
  const facts = await readMethodFacts(db, {
    origin: 'invoice_link',
    customerId: debt.customer?.id ?? null,
    ofRequest: debt.request?.terms.methods ?? null,
    amount,
    currency: debt.currency,
  })
  const why = decideMethods({ ...facts, ofCompany: ['card'] }).get('card')
  if (why === null) return account
  throw new MethodNotOffered(
    'This cannot be paid by card: the customer, the request, the payments account or the amount rules it out. Nothing was charged.',
    { details: { reason: why } },
  )
}
