/**
 * "Text is text": any legal Unicode is stored and returned byte for byte. Refused are only NUL, unpaired
 * surrogates, control characters that no field needs, and over-length.
 */
export type TextFault = 'control' | 'surrogate' | 'length'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What is wrong with a text of at most `maxLength` UTF-16 units, or undefined. */
export function textFault(text: string, maxLength: number): TextFault | undefined {
  if (text.length > maxLength) return 'length'
  if (!text.isWellFormed()) return 'surrogate'
  if (FORBIDDEN.test(text)) return 'control'
  return undefined
}
