import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { AttachmentReference, EmailContent } from '../messaging/index.ts'
import { breakdownRows, documentTitle, partSentence } from '../receivables/index.ts'
import { type ComposedText, paragraphsOf } from './compose-text.ts'
import type { LinkPromise } from './link-terms.ts'
import {
  isOfInvoices,
  type PaymentLink,
  type PaymentRequest,
  type SnapshotAttachment,
} from './requests.queries.ts'
import { statementFacts } from './statement-email.ts'
import { requestWords } from './words.ts'

/**
 * What the mail with a request says, from the same facts that its page and its PDF show. A text of the sender's
 * takes the place of the request's message and of our own sentence.
 */
export function requestEmail(
  company: Company,
  request: PaymentRequest,
  link: PaymentLink & LinkPromise,
  locale: string,
  text?: ComposedText,
): EmailContent {
  const say = requestWords(locale)
  const seller = company.displayName
  const money = (amount: bigint) => formatMoney(amount, request.currency as Currency, locale)
  const { documents } = request.snapshot
  const count = documents.length
  const amount = money(request.open)
  const due = documents.length === 1 ? documents[0]?.dueOn : null
  const { detail } = request.snapshot
  const [first] = documents
  const title = documentTitle(first?.type ?? 'invoice', first?.number ?? request.reference, locale)
  const named = {
    count,
    title,
    reference: detail?.title ?? request.reference,
    seller,
    date: day(request.snapshot.statement?.asOf ?? '', locale),
  }
  const quick = !isOfInvoices(request.kind)
  const kind = request.kind === 'statement' ? 'statement' : quick ? 'quick' : 'invoice'
  const { statement } = request.snapshot
  const part = partSentence(detail, request.currency, locale)
  const { attached, linked } = sharedDocuments(request)
  const names = (documents: readonly SnapshotAttachment[]) =>
    documents.map(({ fileName }) => fileName).join(', ')
  const breakdown = breakdownRows(detail, locale)
  return {
    subject: text?.subject?.text ?? say(`subject_${kind}`, named),
    preview: say('preview', { amount, due: due ? day(due, locale) : 'none' }),
    heading: say(`heading_${kind}`, named),
    amount,
    paragraphs:
      text === undefined
        ? [
            ...(request.message === null ? [] : paragraphsOf(request.message)),
            kind === 'quick' ? say('intro_quick') : say(`intro_${kind}`, named),
          ]
        : paragraphsOf(text.body.text),
    facts: [
      ...(due ? [{ label: say('fact_due'), value: day(due, locale) }] : []),
      ...(statement === undefined ? [] : statementFacts(statement, money, say)),
      ...(quick ? [{ label: say('fact_reference'), value: request.reference }] : []),
      ...(part === null ? [] : [{ label: say('fact_part'), value: part }]),
      ...(attached.length === 0 ? [] : [{ label: say('fact_attached'), value: names(attached) }]),
      ...(linked.length === 0 ? [] : [{ label: say('fact_documents'), value: names(linked) }]),
    ],
    table:
      count < 2 && statement === undefined
        ? breakdownTable(request, breakdown, locale)
        : {
            columns: [
              { label: say('column_invoice'), align: 'left' },
              { label: say('column_due'), align: 'left' },
              { label: say('column_amount'), align: 'right' },
            ],
            rows: documents.map((document) => [
              document.type === undefined
                ? document.number
                : documentTitle(document.type, document.number, locale),
              document.dueOn === null ? '' : day(document.dueOn, locale),
              money(BigInt(document.open)),
            ]),
            total: { label: say('total'), value: amount },
          },
    button: say('pay', { amount }),
    closing: [
      ...(link.expiresAfterHours === null
        ? []
        : [
            say(link.expiresFrom === 'issue' ? 'closing_expiry_issued' : 'closing_expiry', {
              hours: link.expiresAfterHours,
              renewal: link.renewal,
              seller,
            }),
          ]),
      ...(link.mayRetry ? [] : [say('closing_one_try', { seller })]),
      say('closing_safe', { seller }),
    ],
    seller: {
      name: seller,
      phone: company.phone ?? undefined,
      email: company.email ?? undefined,
      addressLines: company.addressLines,
    },
  }
}

/** What a detailed request asks for, as it is summed. */
function breakdownTable(
  request: PaymentRequest,
  rows: readonly { label: string; amount: bigint }[],
  locale: string,
): EmailContent['table'] {
  if (rows.length === 0) return undefined
  const say = requestWords(locale)
  const money = (amount: bigint) => formatMoney(amount, request.currency as Currency, locale)
  return {
    columns: [
      { label: say('column_what'), align: 'left' },
      { label: say('column_amount'), align: 'right' },
    ],
    rows: rows.map(({ label, amount }) => [label, money(amount)]),
    total: { label: say('total'), value: money(request.total) },
  }
}

/** The mail of a reminder: the request's own facts, under another heading and with a text that was written for it. */
export function reminderEmail(
  company: Company,
  request: PaymentRequest,
  link: PaymentLink & LinkPromise,
  locale: string,
  text: ComposedText,
): EmailContent {
  const say = requestWords(locale)
  const email = requestEmail(company, request, link, locale, text)
  const named = { heading: email.heading, seller: company.displayName }
  return {
    ...email,
    subject: text.subject?.text ?? say('subject_reminder', named),
    heading: say('heading_reminder', named),
  }
}

/** A mail about more invoices than this carries none of them: it lists them, and the page has them all. */
const MAX_ATTACHMENTS = 20

/**
 * What the company added goes with the mail as far as this reaches, in bytes: mail servers commonly refuse what is
 * over 20 to 25 MB, a file grows by a third on its way, and the invoices come on top.
 */
const MAX_ATTACHED_BYTES = 10 * 1024 * 1024

/** The company's own documents: those that the mail carries, in their order, and those that only its page has. */
function sharedDocuments({ snapshot }: PaymentRequest): {
  attached: SnapshotAttachment[]
  linked: SnapshotAttachment[]
} {
  const attached: SnapshotAttachment[] = []
  const linked: SnapshotAttachment[] = []
  let left = MAX_ATTACHED_BYTES
  for (const document of snapshot.attachments ?? []) {
    const fits = document.sizeBytes <= left
    if (fits) left -= document.sizeBytes
    const place = fits ? attached : linked
    place.push(document)
  }
  return { attached, linked }
}

/** What a mail about a request carries: its invoices, and the documents that the company added. */
export function attachedDocuments(request: PaymentRequest): AttachmentReference[] {
  const { documents, statement } = request.snapshot
  // What is pending by now is not what the statement says any more: then it would speak against its mail.
  const told = statement !== undefined && BigInt(statement.pending) === request.open ? [statement] : []
  return [
    ...told.map(({ id }) => ({ kind: 'statement_pdf' as const, id })),
    ...(statement !== undefined || documents.length > MAX_ATTACHMENTS ? [] : documents).map(({ id }) => ({
      kind: 'invoice_pdf' as const,
      id,
    })),
    ...sharedDocuments(request).attached.map(({ id }) => ({ kind: 'attachment' as const, id })),
  ]
}

function day(isoDate: string, locale: string): string {
  if (isoDate === '') return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  )
}
