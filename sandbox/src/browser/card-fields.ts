import { groupDigits, passesLuhn, rangeOf } from './card-number.ts'
import type { Words } from './words.ts'

export type FieldName = 'number' | 'expiry' | 'cvc'
export type Problem = Extract<keyof Words, `incomplete_${FieldName}` | `invalid_${string}`>
export type CardDigits = { number: string; expiry: string; cvc: string }

const longestNumber = 19

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** What was typed into a field, as its digits; a lone month like 4 becomes 04. */
export function readField(field: FieldName, text: string, number: string): string {
  const digits = digitsOf(text)
  if (field === 'number') return digits.slice(0, Math.max(...(rangeOf(digits)?.lengths ?? [longestNumber])))
  if (field === 'cvc') return digits.slice(0, rangeOf(number)?.cvc ?? 4)
  const padded = /^[2-9]/.test(digits) || /^\s*1\s*\//.test(text) ? `0${digits}` : digits
  // A year of four digits, as password managers fill it, is cut to its last two.
  return padded.length === 6 && padded.slice(2, 4) === '20'
    ? padded.slice(0, 2) + padded.slice(4)
    : padded.slice(0, 4)
}

/** The digits as the field shows them. */
export function showField(field: FieldName, digits: string): string {
  if (field === 'number') return groupDigits(digits)
  if (field === 'cvc' || digits.length < 2) return digits
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`.replace(/ \/ $/, ' / ')
}

/** What keeps the field from being used; null when it is right. */
export function problemOf(field: FieldName, card: CardDigits, today: Date): Problem | null {
  if (field === 'number') return numberProblem(card.number)
  if (field === 'cvc') return card.cvc.length === (rangeOf(card.number)?.cvc ?? 3) ? null : 'incomplete_cvc'
  return expiryProblem(card.expiry, today)
}

function numberProblem(number: string): Problem | null {
  const lengths = rangeOf(number)?.lengths ?? [16]
  if (number.length < Math.min(...lengths)) return 'incomplete_number'
  return passesLuhn(number) ? null : 'invalid_number'
}

function expiryProblem(expiry: string, today: Date): Problem | null {
  if (expiry.length < 4) return 'incomplete_expiry'
  const month = Number(expiry.slice(0, 2))
  const year = 2000 + Number(expiry.slice(2))
  if (month < 1 || month > 12) return 'invalid_expiry_month'
  if (year < today.getFullYear()) return 'invalid_expiry_year_past'
  if (year === today.getFullYear() && month < today.getMonth() + 1) return 'invalid_expiry_month_past'
  return null
}
