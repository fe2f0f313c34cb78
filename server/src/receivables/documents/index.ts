/**
 * Documents: invoices, receipts and statements as PDF, in English and French, drawn from plain data that the caller has already
 * read and summed. Owns no table, emits nothing, and renders outside the event loop.
 */
import { WorkerThreads } from '../../lib/worker-threads.ts'
import { DocumentNotRendered } from './errors.ts'
import type { InvoiceDocument } from './invoice-document.ts'
import type { ReceiptDocument } from './receipt-document.ts'
import type { StatementDocument } from './statement-document.ts'

export type {
  InvoiceDocument,
  InvoiceTitle,
  Seller,
} from './invoice-document.ts'
export type { ReceiptDocument } from './receipt-document.ts'
export { documentTitle } from './words.ts'

export type RenderTask =
  | { readonly kind: 'invoice'; readonly document: InvoiceDocument }
  | { readonly kind: 'receipt'; readonly document: ReceiptDocument }
  | { readonly kind: 'statement'; readonly document: StatementDocument }

const workers = new WorkerThreads<RenderTask, Uint8Array>({
  script: new URL('./render-worker.ts', import.meta.url),
  threads: 2,
  timeLimitMs: 30_000,
  memoryLimitMb: 512,
  failed: (reason) => new DocumentNotRendered(reason),
})

/** Throws DocumentNotRendered; the same document always gives the same bytes. */
export function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  return workers.run({ kind: 'invoice', document })
}

/** Throws DocumentNotRendered; the same document always gives the same bytes. */
export function renderReceiptPdf(document: ReceiptDocument): Promise<Uint8Array> {
  return workers.run({ kind: 'receipt', document })
}

/** Throws DocumentNotRendered; the same document always gives the same bytes. */
export function renderStatementPdf(document: StatementDocument): Promise<Uint8Array> {
  return workers.run({ kind: 'statement', document })
}
