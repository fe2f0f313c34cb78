/** The least that the processor takes in one charge (docs.stripe.com, *Minimum and maximum charge amounts*), in minor units. */
const LEAST: Readonly<Record<string, bigint>> = {
  AED: 200n,
  BHD: 200n,
  CNY: 400n,
  CZK: 1_500n,
  DKK: 250n,
  GBP: 30n,
  HKD: 400n,
  HUF: 17_500n,
  ISK: 6_000n,
  JOD: 400n,
  KRW: 500n,
  KWD: 200n,
  MXN: 1_000n,
  MYR: 200n,
  NOK: 300n,
  OMR: 200n,
  PLN: 200n,
  RON: 200n,
  SEK: 300n,
  THB: 1_000n,
  TND: 500n,
  VND: 10_000n,
  XAF: 300n,
  XOF: 300n,
  XPF: 60n,
  ZAR: 900n,
}
const LEAST_ELSEWHERE = 50n
/** Eight digits, whatever the currency. */
const MOST = 99_999_999n

/** What one charge may be. Minor units of the currency (ISO 4217, upper case). */
export function chargeLimits(currency: string): { least: bigint; most: bigint } {
  return { least: LEAST[currency] ?? LEAST_ELSEWHERE, most: MOST }
}

export function isChargeable(amount: bigint, currency: string): boolean {
  const { least, most } = chargeLimits(currency)
  return amount >= least && amount <= most
}
