import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { InvalidRequest } from '../lib/errors.ts'

/** A phone number as E.164, read in a country where it has no prefix of its own. Null stays null. */
export function phoneNumber(
  text: string | null | undefined,
  country: string | null | undefined,
): string | null {
  if (text === null || text === undefined) return null
  const region =
    country !== null && country !== undefined && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text, (region ?? 'US') as CountryCode)
  if (!parsed?.isPossible()) {
    throw new InvalidRequest(
      'This is not a phone number that can be called. Write it with its country, like +1 514 555 0199.',
      {
        field: 'phone',
        details: { reason: 'phone' },
      },
    )
  }
  return parsed.number
}
