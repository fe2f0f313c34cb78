import { answerTasks } from '../../lib/answer-tasks.ts'
import { EInvoiceError } from './errors.ts'
import { isPdf } from './is-pdf.ts'
import { openPdf } from './open-pdf.ts'
import { readEInvoice } from './read-einvoice.ts'
import type { ReadAnswer } from './read-for-import.ts'
import { toRefusal } from './refusal.ts'
import { toInvoiceDraft } from './to-invoice-draft.ts'
import { toEInvoiceImport } from './to-new-invoice.ts'

answerTasks(async (document: Uint8Array): Promise<ReadAnswer> => {
  try {
    const xml = isPdf(document) ? await openPdf(document) : document
    return { read: toEInvoiceImport(toInvoiceDraft(readEInvoice(xml))) }
  } catch (error) {
    if (error instanceof EInvoiceError) return { refusal: toRefusal(error) }
    throw error
  }
})
