/** An ISO 4217 code in upper case. On the wire it is written in lower case: `currencyToWire`. */
export type Currency = string & { readonly __currency: unique symbol }

/** Active codes; metals, units of account and test codes have no minor unit and are left out. */
const CODES_BY_EXPONENT: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
    MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD
    XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(exponent)] as const),
  ),
)

export const currencies: readonly Currency[] = [...EXPONENTS.keys()].sort() as Currency[]

export function isCurrency(code: string): code is Currency {
  return EXPONENTS.has(code)
}

/** How many decimal digits the minor unit has: 2 for USD, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: Currency): number {
  const exponent = EXPONENTS.get(currency)
  if (exponent === undefined) throw new TypeError(`${currency} is not an active ISO 4217 currency`)
  return exponent
}

/** Reads a code as the API writes it (`usd`); upper and mixed case are no code on the wire. */
export function currencyFromWire(code: string): Currency | undefined {
  if (!/^[a-z]{3}$/.test(code)) return undefined
  const upper = code.toUpperCase()
  return isCurrency(upper) ? upper : undefined
}

export function currencyToWire(currency: Currency): string {
  return currency.toLowerCase()
}
