import { getDocumentProxy } from 'unpdf'
import { EInvoicePdfEncrypted, EInvoicePdfNotRead, EInvoicePdfWithoutXml } from './errors.ts'

/** What the standards call the file inside, newest first: Factur-X and ZUGFeRD 2.1, XRechnung, ZUGFeRD 2.0 and 1. */
const NAMES = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

/**
 * The e-invoice that a Factur-X or ZUGFeRD PDF holds. Nothing in the PDF is drawn or run. Throws
 * `EInvoicePdfEncrypted`, `EInvoicePdfNotRead` and `EInvoicePdfWithoutXml`.
 */
export async function openPdf(document: Uint8Array): Promise<Uint8Array> {
  // The reader takes its bytes over for good.
  const pdf = await getDocumentProxy(new Uint8Array(document)).catch((error: Error) => {
    throw error.name === 'PasswordException'
      ? new EInvoicePdfEncrypted(
          'The PDF is encrypted, so its e-invoice cannot be read. Send it without a password.',
        )
      : new EInvoicePdfNotRead('The PDF is damaged and cannot be read.')
  })
  try {
    const attached = [...((await pdf.getAttachments()) ?? []).keys()] as string[]
    const key = NAMES.map((name) => attached.find((each) => each.toLowerCase() === name)).find(Boolean)
    const xml = key === undefined ? undefined : await pdf.getAttachmentContent(key)
    if (!xml) {
      throw new EInvoicePdfWithoutXml(
        `The PDF holds no e-invoice: there is no ${NAMES.join(' or ')} in it. Only Factur-X and ZUGFeRD PDFs can be imported.`,
      )
    }
    return new Uint8Array(xml)
  } finally {
    await pdf.loadingTask.destroy()
  }
}
