import { answerTasks } from '../../lib/answer-tasks.ts'
import { EInvoiceError } from './errors.ts'
import { readEInvoice } from './read-einvoice.ts'
import type { ReadAnswer } from './read-for-import.ts'
import { toRefusal } from './refusal.ts'
import { toInvoiceDraft } from './to-invoice-draft.ts'
import { toEInvoiceImport } from './to-new-invoice.ts'

answerTasks((document: Uint8Array): ReadAnswer => {
  try {
    return { read: toEInvoiceImport(toInvoiceDraft(readEInvoice(document))) }
  } catch (error) {
    if (error instanceof EInvoiceError) return { refusal: toRefusal(error) }
    throw error
  }
})
