/** terms: what is sold and under which taxes, typed and summed, of an invoice or an order. */
export { LineTable } from './line-table.tsx'
export { Sums } from './sums.tsx'
export { TaxTicks } from './tax-ticks.tsx'
export { default as formStyles } from './terms.module.css'
export {
  copiedTerms,
  newLine,
  newTax,
  noTerms,
  type Terms,
  termsOf,
  withProduct,
} from './terms.ts'
export { TermsFields } from './terms-fields.tsx'
export { usePreview } from './use-preview.ts'
export { termsWords } from './words.ts'
