import { documentTitle } from './documents/index.ts'
import { breakdownRows, partSentence } from './payable-detail.ts'
import { receiptWords } from './words.ts'
import type { ReceiptSnapshot } from './write-receipt.ts'

type Applied = ReceiptSnapshot['appliedTo'][number]

/** What a payment was for, a row for each amount; minor units. What was not owed any more is the last. */
export function receiptRows(
  { appliedTo, currency, credited }: ReceiptSnapshot,
  locale: string,
): { label: string; amount: bigint }[] {
  const kept = BigInt(credited)
  return [
    ...appliedTo.flatMap((applied) => [
      ...breakdownRows(applied.detail, locale),
      { label: rowLabel(applied, currency, locale), amount: BigInt(applied.amount) },
    ]),
    ...(kept > 0n ? [{ label: receiptWords(locale)('credited'), amount: kept }] : []),
  ]
}

/** What one of them is called: by its title, as the document that it is, or by its reference. */
function rowLabel(applied: Applied, currency: string, locale: string): string {
  return [appliedName(applied, locale), partSentence(applied.detail, currency, locale)]
    .filter((text) => text !== null)
    .join(' · ')
}

/** `Corrected invoice INV-7`, or what a request was for. */
export function appliedName({ kind, type, label, detail }: Applied, locale: string): string {
  if (detail?.title != null) return detail.title
  if (kind === 'invoice') return documentTitle(type ?? 'invoice', label, locale)
  return receiptWords(locale)('reference', { reference: label })
}
