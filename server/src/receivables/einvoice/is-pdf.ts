/** Apart from what opens a PDF, which only the reading threads load. */
export function isPdf(document: Uint8Array): boolean {
  return Buffer.from(document.subarray(0, 5)).toString('latin1') === '%PDF-'
}
