import { invalidRequest } from './api-error.ts'

/**
 * Smallest charge per currency, in minor units, and a rate to the US dollar: minor units of the currency are
 * worth `rate` minor units of the dollar (fixed rates; the sandbox is no exchange).
 */
const currencies: { [code: string]: { minimum: number; rate: number } } = {
  aed: { minimum: 200, rate: 0.2723 },
  aud: { minimum: 50, rate: 0.6571 },
  bhd: { minimum: 200, rate: 0.2652 },
  brl: { minimum: 50, rate: 0.1869 },
  cad: { minimum: 50, rate: 0.7312 },
  chf: { minimum: 50, rate: 1.1236 },
  cny: { minimum: 400, rate: 0.1389 },
  czk: { minimum: 1500, rate: 0.0442 },
  dkk: { minimum: 250, rate: 0.1493 },
  eur: { minimum: 50, rate: 1.1142 },
  gbp: { minimum: 30, rate: 1.2968 },
  hkd: { minimum: 400, rate: 0.1282 },
  huf: { minimum: 17500, rate: 0.0028 },
  inr: { minimum: 50, rate: 0.0119 },
  isk: { minimum: 6000, rate: 0.0073 },
  jod: { minimum: 400, rate: 0.141 },
  jpy: { minimum: 50, rate: 0.6711 },
  krw: { minimum: 500, rate: 0.0724 },
  kwd: { minimum: 200, rate: 0.3257 },
  mxn: { minimum: 1000, rate: 0.0521 },
  myr: { minimum: 200, rate: 0.2283 },
  nok: { minimum: 300, rate: 0.0941 },
  nzd: { minimum: 50, rate: 0.6024 },
  omr: { minimum: 200, rate: 0.2597 },
  pln: { minimum: 200, rate: 0.2597 },
  ron: { minimum: 200, rate: 0.2239 },
  sek: { minimum: 300, rate: 0.0965 },
  sgd: { minimum: 50, rate: 0.7634 },
  thb: { minimum: 1000, rate: 0.0294 },
  tnd: { minimum: 500, rate: 0.0324 },
  usd: { minimum: 50, rate: 1 },
  vnd: { minimum: 10000, rate: 0.004 },
  xaf: { minimum: 300, rate: 0.1699 },
  xof: { minimum: 300, rate: 0.1699 },
  xpf: { minimum: 60, rate: 0.9337 },
  zar: { minimum: 900, rate: 0.0563 },
}

const zeroDecimal = new Set(['jpy', 'krw', 'vnd', 'xaf', 'xof', 'xpf'])
const threeDecimal = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])

/** At most eight digits. */
const largestAmount = 99_999_999

export function readCurrency(given: string): string {
  const code = given.toLowerCase()
  if (Object.hasOwn(currencies, code)) return code
  throw invalidRequest(
    `Invalid currency: ${given}. Stripe currently supports these currencies: ${Object.keys(currencies).join(', ')}`,
    { param: 'currency' },
  )
}

export function checkAmount(amount: number, currency: string): void {
  if (amount < 0) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  }
  if (amount > largestAmount) {
    throw invalidRequest(`Amount must be no more than ${money(largestAmount, currency)}`, {
      code: 'amount_too_large',
      param: 'amount',
    })
  }
  const minimum = currencies[currency]?.minimum ?? 50
  if (amount < minimum) {
    throw invalidRequest(`Amount must be at least ${money(minimum, currency)}`, {
      code: 'amount_too_small',
      param: 'amount',
    })
  }
  if (threeDecimal.has(currency) && amount % 10 !== 0) {
    throw invalidRequest(
      `Invalid amount for ${currency}: three-decimal amounts must be evenly divisible by 10.`,
      { code: 'parameter_invalid_integer', param: 'amount' },
    )
  }
}

function decimals(currency: string): number {
  return zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2
}

/** How many minor units of `to` one minor unit of `from` buys, as a balance transaction tells it. */
export function exchangeRate(from: string, to: string): number {
  const rate = (currencies[from]?.rate ?? 1) / (currencies[to]?.rate ?? 1)
  return Math.round(rate * 1e6) / 1e6
}

/** An amount as people read it. */
export function money(amount: number, currency: string, locale = 'en-US'): string {
  const digits = decimals(currency)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits)
}
