import { sql, type Tx } from '../lib/db/index.ts'
import { toWireId } from '../lib/ids.ts'
import { isTender, type TenderMethod } from '../lib/methods.ts'
import type { Payment } from '../payments/index.ts'
import { type DocumentType, documentTypeOf } from './document-type.ts'
import type { PayableDetail } from './payable-detail.ts'
import type { Share } from './settle-payment.ts'

/** A receipt as it stood when the money came. Amounts are minor units, as text since JSON has no integers. */
export interface ReceiptSnapshot {
  number: string
  paidAt: string
  amount: string
  currency: string
  payerName: string | null
  payerEmail: string | null
  locale: string
  cardBrand: string | null
  cardLast4: string | null
  /** By which the card was handed over; absent where it was not. */
  wallet?: string
  /** Absent on receipts of cards. */
  bankLast4?: string
  /** Only where neither a card nor a bank account says it. */
  method?: 'bnpl'
  /** Only on those of wires. */
  wire?: { reference: string | null; receivedOn: string }
  /** Only on those of cash and cheques. */
  tender?: { method: TenderMethod; reference: string | null; receivedOn: string }
  /** `detail` is absent on receipts from before there was one; `type` on those, and where it is a plain invoice. */
  appliedTo: {
    kind: 'invoice' | 'request'
    type?: DocumentType
    label: string
    amount: string
    detail?: PayableDetail | null
  }[]
  credited: string
  seller: {
    display_name: string
    legal_name: string
    email: string | null
    phone: string | null
    address_lines: string[]
    country: string
    tax_id: string | null
    time_zone: string
    statement_descriptor: string | null
  }
}

/** Writes the receipt of a payment, with the seller as it is named now. Its number is the payment's id. */
export async function writeReceipt(
  tx: Tx,
  payment: Payment,
  shares: readonly Share[],
  excess: bigint,
): Promise<void> {
  const at = payment.settledAt ?? payment.createdAt
  const facts: Omit<ReceiptSnapshot, 'seller'> = {
    number: toWireId('pay', payment.id),
    paidAt: at.toISOString(),
    amount: payment.amount.toString(),
    currency: payment.currency,
    payerName: payment.payerName,
    payerEmail: payment.payerEmail,
    locale: payment.locale,
    cardBrand: payment.cardBrand,
    cardLast4: payment.cardLast4,
    ...(payment.wallet === null ? {} : { wallet: payment.wallet }),
    ...(payment.bankLast4 === null ? {} : { bankLast4: payment.bankLast4 }),
    ...(payment.method === 'bnpl' ? { method: payment.method } : {}),
    ...(payment.wire === null
      ? {}
      : { wire: { reference: payment.wire.reference, receivedOn: payment.wire.receivedOn } }),
    ...tenderOf(payment),
    appliedTo: shares
      .filter(({ applied }) => applied > 0n)
      .map(({ kind, typeCode, recovers, label, applied, detail }) => ({
        kind,
        ...typeOf({ typeCode, recovers }),
        label,
        amount: applied.toString(),
        detail,
      })),
    credited: excess.toString(),
  }
  await tx.change(sql`
    insert into receivables.receipts (company_id, id, snapshot, created_at)
    select ${tx.companyId}, ${payment.id}, ${JSON.stringify(facts)}::jsonb || jsonb_build_object('seller', to_jsonb(c) - 'id'), ${at}
    from identity.companies_view c where c.id = ${tx.companyId}`)
}

function typeOf(invoice: Parameters<typeof documentTypeOf>[0]): { type?: DocumentType } {
  const type = documentTypeOf(invoice)
  return type === 'invoice' ? {} : { type }
}

function tenderOf({ method, tender }: Payment): Pick<ReceiptSnapshot, 'tender'> {
  if (!isTender(method) || tender === null) return {}
  return { tender: { method, reference: tender.reference, receivedOn: tender.receivedOn } }
}
