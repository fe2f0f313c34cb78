/** Which brand a number belongs to, how long it and its security code are. The processor reads the same. */
export type BrandRange = { brand: string; pattern: RegExp; lengths: number[]; cvc: number; groups: number[] }

const fours = [4, 4, 4, 4, 3]

const brandRanges: BrandRange[] = [
  { brand: 'amex', pattern: /^3[47]/, lengths: [15], cvc: 4, groups: [4, 6, 5] },
  { brand: 'diners', pattern: /^3(?:0[0-5]|[689])/, lengths: [14, 16], cvc: 3, groups: [4, 6, 6] },
  { brand: 'jcb', pattern: /^35(?:2[89]|[3-8])/, lengths: [16], cvc: 3, groups: fours },
  { brand: 'discover', pattern: /^6(?:011|5|4[4-9])/, lengths: [16], cvc: 3, groups: fours },
  { brand: 'unionpay', pattern: /^62/, lengths: [16, 17, 18, 19], cvc: 3, groups: fours },
  {
    brand: 'mastercard',
    pattern: /^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/,
    lengths: [16],
    cvc: 3,
    groups: fours,
  },
  { brand: 'visa', pattern: /^4/, lengths: [16], cvc: 3, groups: fours },
]

export function rangeOf(number: string): BrandRange | undefined {
  return brandRanges.find(({ pattern }) => pattern.test(number))
}

/** The check digit that every card number ends with. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** `4242424242` as `4242 4242 42`. */
export function groupDigits(number: string): string {
  const groups = rangeOf(number)?.groups ?? fours
  const parts: string[] = []
  let at = 0
  for (const length of groups) {
    if (at >= number.length) break
    parts.push(number.slice(at, at + length))
    at += length
  }
  return parts.join(' ')
}
