import { isIP } from 'node:net'
import type { Static } from 'typebox'
import { type Company, findCompany } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database, Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { defaultLocale } from '../lib/words.ts'
import {
  type Dispute,
  type DisputeId,
  findDispute,
  findMandate,
  findPayment,
  type Mandate,
  type Payment,
} from '../payments/index.ts'
import { findReceipt, invoicePdf, readAttachment, receiptPdf } from '../receivables/index.ts'
import { findRequest, type PaymentRequest, type RequestId } from '../requests/index.ts'
import { evidenceWords, TOLD } from './evidence-words.ts'
import { castOf, listTimeline } from './timeline.queries.ts'
import { type TimelineEntry, timelineToWire } from './timeline-wire.ts'

/** A file that speaks for a payment; it is made or read when it is handed in. */
export interface GatheredFile {
  field: string
  fileName: string
  mediaType: string
  read: () => Promise<Uint8Array>
}

export interface Gathered {
  dispute: Dispute
  texts: Record<string, string>
  files: GatheredFile[]
}

/** What the bank reads at most of one field. */
export const MAX_TEXT = 20_000
/** The latest of a story that is longer. */
const MOST_LINES = 200

/**
 * All that speaks for a disputed payment, by the processor's fields: who paid and from where, what for, what happened and
 * when, what was agreed to, the receipt, the invoice and a document. A person may change it before it is handed in.
 */
export async function gatherEvidence(
  database: Database,
  companyId: CompanyId,
  id: DisputeId,
): Promise<Gathered> {
  const company = await findCompany(database.global, companyId)
  const found = await database.read(companyId, (db) => factsOf(db, id))
  if (company === undefined || found === undefined) throw new NotFound('dispute')
  const { dispute, payment, request } = found
  const locale = defaultLocale(company.language, company.country)
  const texts: Record<string, string> = {}
  const told: Record<string, string | null | undefined> = {
    customer_name: payment.payerName ?? request?.snapshot.customerName,
    customer_email_address: payment.payerEmail,
    // Of an IPv6 address only its network is kept.
    customer_purchase_ip: isIP(payment.payerAddress ?? '') === 0 ? null : payment.payerAddress,
    product_description: request === undefined ? null : describe(request),
    uncategorized_text: story(company, locale, found),
  }
  for (const [field, text] of Object.entries(told))
    if (text !== null && text !== undefined && text !== '') texts[field] = text.slice(0, MAX_TEXT)
  return { dispute, texts, files: filesOf(database, companyId, locale, found) }
}

interface Facts {
  dispute: Dispute
  payment: Payment
  request: PaymentRequest | undefined
  mandate: Mandate | undefined
  hasReceipt: boolean
  lines: Static<typeof TimelineEntry>[]
}

async function factsOf(db: Db, id: DisputeId): Promise<Facts | undefined> {
  const dispute = await findDispute(db, id)
  const payment = dispute && (await findPayment(db, dispute.paymentId))
  if (dispute === undefined || payment === undefined) return undefined
  const requestId = payment.purposeId as RequestId
  const request = await findRequest(db, requestId)
  const [mandate, receipt] = await Promise.all([findMandate(db, payment.id), findReceipt(db, payment.id)])
  if (request === undefined)
    return { dispute, payment, request, mandate, hasReceipt: receipt !== undefined, lines: [] }
  const cast = await castOf(db, requestId)
  const rows = await listTimeline(db, requestId, cast, {
    limit: MOST_LINES,
    before: undefined,
    withJournal: false,
  })
  return {
    dispute,
    payment,
    request,
    mandate,
    hasReceipt: receipt !== undefined,
    lines: rows.map((row) => timelineToWire(row, cast)).reverse(),
  }
}

/** What was sold: the reference, and the lines of what was asked for. */
function describe({ reference, message, snapshot }: PaymentRequest): string {
  const lines = snapshot.documents.flatMap((document) => [
    document.number,
    ...document.lines.map(({ description, quantity }) =>
      quantity === null ? description : `${quantity} × ${description}`,
    ),
  ])
  return [reference, message, ...lines].filter((line) => line !== null && line !== '').join('\n')
}

function story(company: Company, locale: string, { payment, request, mandate, lines }: Facts): string {
  const say = evidenceWords(locale)
  const money = (amount: bigint, currency: string) => formatMoney(amount, currency as Currency, locale)
  const moment = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ')
  const amount = money(payment.amount, payment.currency)
  return [
    say('about', { reference: request?.reference ?? '', seller: company.legalName, amount }),
    say('paid', {
      amount,
      date: moment(payment.settledAt ?? payment.createdAt),
      last4: payment.cardLast4 ?? payment.bankLast4 ?? '',
    }),
    ...(mandate === undefined
      ? []
      : [
          say('mandate', {
            date: moment(mandate.acceptedAt),
            address: mandate.address,
            text: mandate.text,
          }),
        ]),
    say('story'),
    ...lines.flatMap((line) => {
      const words = TOLD[line.kind]
      // What was sent to staff says nothing of the payer.
      if (words === undefined || line.message_kind?.endsWith('_notice')) return []
      // What staff began, the payer did not submit.
      if (line.kind === 'payment.started' && line.who?.type !== 'payer') return []
      const sum = line.amount === null ? '' : money(BigInt(line.amount), (line.currency ?? '').toUpperCase())
      return [
        `${moment(new Date(line.at))}  ${say(words, { address: line.address ?? '', amount: sum, who: line.who?.name ?? '' })}`,
      ]
    }),
  ].join('\n')
}

const AS_EVIDENCE: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg']

function filesOf(
  database: Database,
  companyId: CompanyId,
  locale: string,
  { payment, request, hasReceipt }: Facts,
): GatheredFile[] {
  const invoice = request?.kind === 'invoice' ? request.snapshot.documents[0] : undefined
  const added = request?.snapshot.attachments?.find(({ contentType }) => AS_EVIDENCE.includes(contentType))
  const pdf = 'application/pdf'
  return [
    ...(hasReceipt
      ? [
          {
            field: 'receipt',
            fileName: 'receipt.pdf',
            mediaType: pdf,
            read: async () => {
              const receipt = await database.read(companyId, (db) => findReceipt(db, payment.id))
              if (receipt === undefined) throw new NotFound('receipt')
              return (await receiptPdf(receipt, locale)).bytes
            },
          },
        ]
      : []),
    ...(invoice === undefined
      ? []
      : [
          {
            field: 'service_documentation',
            fileName: `${invoice.number}.pdf`,
            mediaType: pdf,
            read: async () => {
              const options = { locale, payUrl: undefined }
              return (await invoicePdf(database, companyId, invoice.id as Id<'inv'>, options)).bytes
            },
          },
        ]),
    ...(added === undefined
      ? []
      : [
          {
            field: 'uncategorized_file',
            fileName: added.fileName,
            mediaType: added.contentType,
            read: () => bytesOf(database, companyId, added.id),
          },
        ]),
  ]
}

/** The bytes of a document that the company added. */
export async function bytesOf(database: Database, companyId: CompanyId, id: Id<'att'>): Promise<Uint8Array> {
  const document = await database.read(companyId, (db) => readAttachment(db, id))
  if (document === undefined) throw new NotFound('attachment')
  return document.bytes
}
