import type { Company } from '../identity/index.ts'
import { type Currency, exponentOf } from '../lib/currencies.ts'
import { keeper } from '../lib/keeper.ts'
import { formatMoney, sumAmounts, toDecimalString } from '../lib/money.ts'
import type { AttachmentReference, EmailContent } from '../messaging/index.ts'
import { breakdownRows, documentTitle, partSentence } from '../receivables/index.ts'
import { type ComposedText, paragraphsOf } from './compose-text.ts'
import { MOST_WITH_LINES } from './create-request.ts'
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
  const isList = request.kind === 'invoice' && count > MOST_WITH_LINES
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
            kind === 'quick' ? say('intro_quick') : say(isList ? 'intro_list' : `intro_${kind}`, named),
          ]
        : paragraphsOf(text.body.text),
    facts: [
      ...(statement === undefined ? [] : statementFacts(statement, money, say)),
      ...(quick ? [{ label: say('fact_reference'), value: request.reference }] : []),
      ...(part === null ? [] : [{ label: say('fact_part'), value: part }]),
      ...(attached.length === 0 ? [] : [{ label: say('fact_attached'), value: names(attached) }]),
      ...(linked.length === 0 ? [] : [{ label: say('fact_documents'), value: names(linked) }]),
    ],
    table: count === 0 ? breakdownTable(request, breakdown, locale) : invoiceTable(request, locale),
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

/** More rows would make the mail so long that mail programs cut it off, with the button below them. */
const MOST_ROWS = 50

/**
 * What a request of invoices asks for. Of very many the first, and how many more with their sum. Numbers and dates
 * share a column, and heads have the currency: on a phone no figure has room to spare.
 */
function invoiceTable(request: PaymentRequest, locale: string): EmailContent['table'] {
  const say = requestWords(locale)
  const currency = request.currency as Currency
  const { documents } = request.snapshot
  const shown = documents.length > MOST_ROWS ? documents.slice(0, MOST_ROWS - 1) : documents
  const rest = documents.slice(shown.length)
  const figure = (amount: bigint) => plainAmount(amount, currency, locale)
  const rows = shown.map(({ type, number, issuedOn, dueOn, total, open }) => {
    const name = type === undefined ? number : documentTitle(type, number, locale)
    return [
      issuedOn === undefined ? name : `${name}, ${shortDay(issuedOn, locale)}`,
      dueOn === null ? '' : shortDay(dueOn, locale),
      figure(BigInt(total)),
      figure(BigInt(open)),
    ]
  })
  const sum = (of: 'total' | 'open') => figure(sumAmounts(rest.map((document) => BigInt(document[of]))))
  if (rest.length > 0)
    rows.push([say('more_invoices', { count: rest.length }), '', sum('total'), sum('open')])
  return {
    columns: [
      { label: say('column_invoice_date'), align: 'left' },
      { label: say('column_due'), align: 'left' },
      { label: say('column_total', { currency }), align: 'right' },
      { label: say('column_open', { currency }), align: 'right' },
    ],
    rows,
    total: { label: say('total'), value: figure(request.open) },
  }
}

const numberFormats = keeper<Intl.NumberFormat>(500)
const dateFormats = keeper<Intl.DateTimeFormat>(500)

function plainAmount(amount: bigint, currency: Currency, locale: string): string {
  const digits = exponentOf(currency)
  const format = numberFormats(
    `${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  return format.format(toDecimalString(amount, currency) as Intl.StringNumericLiteral)
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
  const { statement } = request.snapshot
  // What is pending by now is not what the statement says any more: then it would speak against its mail.
  const told = statement !== undefined && BigInt(statement.pending) === request.open ? [statement] : []
  return [
    ...told.map(({ id }) => ({ kind: 'statement_pdf' as const, id })),
    ...(statement === undefined ? invoicesAttached(request) : []),
    ...sharedDocuments(request).attached.map(({ id }) => ({ kind: 'attachment' as const, id })),
  ]
}

/** Each invoice as it is printed; of more than a mail should carry one list of them, the page has each. */
function invoicesAttached({ id, snapshot: { documents } }: PaymentRequest): AttachmentReference[] {
  if (documents.length > MOST_WITH_LINES) return [{ kind: 'request_list_pdf', id }]
  return documents.map((document) => ({ kind: 'invoice_pdf', id: document.id }))
}

function shortDay(isoDate: string, locale: string): string {
  return dateIn(isoDate, locale, 'medium')
}

function day(isoDate: string, locale: string): string {
  return isoDate === '' ? '' : dateIn(isoDate, locale, 'long')
}

/** Of very many rows: a format costs a hundred times what it formats. */
function dateIn(isoDate: string, locale: string, dateStyle: 'medium' | 'long'): string {
  const format = dateFormats(
    `${locale} ${dateStyle}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
  )
  return format.format(new Date(`${isoDate}T00:00:00Z`))
}
