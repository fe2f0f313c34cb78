import type { Currency } from '../../lib/currencies.ts'
import type { Charged, Method } from '../../lib/methods.ts'
import type { WireInstructions } from '../../payments/index.ts'
import type { DocumentType } from '../../receivables/index.ts'
import type { AmountCause, PageState } from '../../requests/index.ts'

/** Everything a pay page can show: what becomes of a request, that what is paid is to be paid once more, and a token that nobody gave out. */
export type PayPageState = PageState | 'pay_anyway' | 'unknown'

/** A page as it is rendered: plain data, amounts in minor units of `currency`. */
export interface PayPageView {
  state: PayPageState
  /** BCP 47, English or French. */
  locale: string
  /** Shows the sandbox band. */
  sandbox: boolean
  /** The page's own address, `/p/<token>`, under which everything else of it lives. */
  path: string
  company: {
    name: string
    phone: string | null
    email: string | null
    timeZone: string
    /** Absent where the first letter of the name stands for it. */
    logo?: PageLogo | undefined
  }
  request: {
    kind: 'invoice' | 'quick' | 'detailed' | 'statement'
    reference: string
    customerName: string | null
    /** The ISO day of the statement that it asks for. */
    statementOf?: string | undefined
    message: string | null
    /** What was asked for when it was sent. */
    total: bigint
    /** What a request that is its own document says beside its reference, in the page's language. */
    detail?: PayPageDetail | undefined
  }
  currency: Currency
  /** What is to be paid now. */
  amount: bigint
  /** What was paid of it so far. */
  settled: bigint
  /** What settles it, by where it came from, on pages that say so. */
  settledBy?: { payment: bigint; credit: bigint }
  /** Where something of it was written off, and nothing is asked for: no more than that is said. */
  isWrittenOff?: boolean
  /** What made `amount` another than `request.total`, where it is to be paid in part; empty where that is not known. */
  causes?: readonly AmountCause[]
  documents: PayPageDocument[]
  /** What the company added, to download. */
  attachments?: { fileName: string; path: string; sizeBytes: number }[]
  /** The attempt that the page tells of: the one that paid, is under way, or was declined. */
  payment: PayPagePayment | null
  /** What the processor's script needs; null where nothing can be paid now. `action_needed` has it too: *Continue* asks for it. */
  form: PayPageForm | null
  /** That a wire may be sent, where to in the place of the form, or that this could not be read; absent where none may be. */
  wire?: 'offered' | 'unreachable' | WireShown
  /** When this link was replaced or expired, ISO instants. */
  replacedAt: string | null
  /** The day of the statement that was sent in the place of this one's, an ISO day. */
  newerStatement?: string
  /** What edits changed of it since this link was issued, where they replaced it. Minor units. */
  edited?: { before: bigint; after: bigint } | null
  /** Address of the page on which what is paid may be paid once more, where the company allows it. */
  anywayPath?: string | null
  /** How the visitor comes to a new link, where this one takes no payment any more. */
  renewal?: PayPageRenewal | null
  expiredAt: string | null
  /** Address of the link that replaced this one, where the visitor may follow it. */
  replacedByPath?: string | null
  /** The business clock's instant, ISO: dates of its year are written without the year. Without it all have one. */
  now?: string
}

/** Where to send a wire, and what to write on it. */
export interface WireShown extends WireInstructions {
  reference: string
}

/** A logo that the page carries in itself: at most 6 KB of it. Sizes are the picture's own, in pixels. */
export interface PageLogo {
  /** Of each picture its own. */
  readonly id: string
  /** `data:image/png;base64,…` */
  readonly source: string
  readonly width: number
  readonly height: number
}

export interface PayPageDetail {
  title: string | null
  /** `Deposit of 30% of $1,200.00`. */
  part: string | null
  breakdown: { label: string; amount: bigint }[]
}

/** Instants are ISO; `to` is an address that only its owner recognises. */
export type PayPageRenewal =
  | { kind: 'send'; to: string }
  | { kind: 'sent'; to: string; at: string }
  | { kind: 'ask' }
  | { kind: 'asked'; at: string }
  | { kind: 'call' }
  /** It was asked for just now, and too often before. */
  | { kind: 'refused'; retryAfterSeconds: number }

export interface PayPageDocument {
  id: string
  number: string
  /** Absent where it is a plain invoice. */
  type?: DocumentType | undefined
  dueOn: string | null
  total: bigint
  open: bigint
  /** Address of its PDF. */
  pdfPath: string
  lines: { description: string; quantity: string | null; amount: bigint }[]
  /** More lines than are shown. */
  moreLines: number
  shipping: bigint
  tax: bigint
  adjustments: bigint
}

/** Money that went back of a payment. */
export interface PayPageRefund {
  amount: bigint
  at: string
  isByHand: boolean
  /** The name under which the payer's statement shows it. */
  shownAs: string | null
  /** By which the payer's bank finds it. */
  bankReference: string | null
}

export interface PayPagePayment {
  id: string
  amount: bigint
  at: string
  cardBrand: string | null
  cardLast4: string | null
  /** By which the card was handed over, by the processor's name. */
  wallet: string | null
  method: Method
  /** The account that a debit is of. */
  bank: { name: string | null; last4: string } | null
  /** Between which days a debit is expected to clear, ISO days. */
  clears: { from: string; to: string } | null
  /** What the payer is to tell of small deposits, from when, and how often it may still be wrong. */
  verify: {
    by: 'amounts' | 'descriptor_code'
    from: string | null
    triesLeft: number
    wasWrong: boolean
  } | null
  /** When the bank took it back. */
  returnedAt: string | null
  /** Why it was declined, as a key of the words, `decline_…`. */
  declineCode: string | null
  refunded: PayPageRefund[]
  /** Address of the receipt's PDF, where there is one. */
  receiptPath: string | null
}

export interface PayPageForm {
  /** A second submit with it is the first one. */
  submitKey: string
  publishableKey: string
  account: string | null
  scriptUrl: string
  /** How it may be paid, in the order in which it is shown. */
  methods: readonly Charged[]
  /** Whether the payer may let the company keep what they pay by: it is known whose it would be. */
  saves?: boolean
  /** K15: where the wallets stand, if they are offered; above the other ways unless told. */
  wallets?: 'under_card' | 'separate'
}
