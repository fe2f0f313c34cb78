import { findLogo } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { type Db, sql } from '../lib/db/index.ts'
import { walletName } from '../lib/wallet-names.ts'
import { languageOf } from '../lib/words.ts'
import { listRefundsOf, type PaymentId, type Refund } from '../payments/index.ts'
import { type ReceiptDocument, renderReceiptPdf } from './documents/index.ts'
import { receiptRows } from './receipt-rows.ts'
import { receiptWords } from './words.ts'
import type { ReceiptSnapshot } from './write-receipt.ts'

export interface Receipt {
  snapshot: ReceiptSnapshot
  refunds: Refund[]
  /** The company's logo of today; what else it says of the seller is of the day of the payment. */
  logoPng: Uint8Array | undefined
}

/** A payment's receipt with the refunds there are by now, or undefined. */
export async function findReceipt(db: Db, paymentId: PaymentId): Promise<Receipt | undefined> {
  const row = await db.maybe(sql<{ snapshot: ReceiptSnapshot }>`
    select snapshot from receivables.receipts where company_id = ${db.companyId} and id = ${paymentId}`)
  if (row === undefined) return undefined
  const refunds = (await listRefundsOf(db, [paymentId])).filter(
    ({ state }) => state === 'succeeded' || state === 'pending',
  )
  const logo = await findLogo(db)
  return { snapshot: row.snapshot, refunds, logoPng: logo?.image }
}

/** Renders a receipt in a reader's language. */
export async function receiptPdf(
  receipt: Receipt,
  locale: string,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const bytes = await renderReceiptPdf(receiptDocument(receipt, locale))
  return { fileName: `${receipt.snapshot.number}.pdf`, bytes }
}

function receiptDocument({ snapshot, refunds, logoPng }: Receipt, locale: string): ReceiptDocument {
  const { seller } = snapshot
  return {
    language: languageOf(locale),
    locale,
    seller: {
      name: seller.display_name,
      legalName: seller.legal_name,
      addressLines: seller.address_lines,
      phone: seller.phone ?? undefined,
      email: seller.email ?? undefined,
      taxId: seller.tax_id ?? undefined,
      logoPng,
    },
    payer: { name: snapshot.payerName ?? undefined, email: snapshot.payerEmail ?? undefined },
    number: snapshot.number,
    paidAt: snapshot.paidAt,
    timeZone: seller.time_zone,
    currency: snapshot.currency as Currency,
    amount: BigInt(snapshot.amount),
    method: methodOf(snapshot, locale),
    appliedTo: receiptRows(snapshot, locale),
    refunds: refunds.map((refund) => ({
      at: (refund.settledAt ?? refund.createdAt).toISOString(),
      amount: refund.amount,
    })),
    statementDescriptor:
      snapshot.wire || snapshot.tender ? undefined : (seller.statement_descriptor ?? undefined),
  }
}

function methodOf(
  { wire, tender, method, bankLast4, cardBrand, cardLast4, wallet }: ReceiptSnapshot,
  locale: string,
): ReceiptDocument['method'] {
  const say = receiptWords(locale)
  if (wire)
    return {
      brand: wire.reference === null ? say('wire') : say('wireWith', { reference: wire.reference }),
      last4: undefined,
    }
  if (tender) return { brand: say(tender.method, { number: tender.reference ?? '' }), last4: undefined }
  if (method === 'bnpl') return { brand: 'Affirm' }
  const card = cardBrand ?? say('card')
  return {
    brand: bankLast4 ? say('bankAccount') : wallet ? `${walletName(wallet)} · ${card}` : card,
    last4: bankLast4 ?? cardLast4 ?? undefined,
  }
}
