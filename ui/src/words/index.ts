/** words: the languages of the dashboard, its catalogues, and how amounts and times are said in them. */
export { defineWords } from '../../../server/src/lib/words.ts'
export { formatDecimal, plainDecimal, readDecimal } from './decimal.ts'
export { formatMoney, formatMoneyShort, plainMoney, readMoney } from './format-money.ts'
export { formatDay, formatExactly, formatMoment, formatRelative } from './format-time.ts'
export { LanguageProvider, useLanguage, useWords } from './language.tsx'
export type { Language } from './locale.ts'
