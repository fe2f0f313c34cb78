export type Language = 'en' | 'fr'

const REGION_OF_CURRENCY: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  cad: { en: 'CA', fr: 'CA' },
  gbp: { en: 'GB', fr: 'FR' },
  eur: { en: 'GB', fr: 'FR' },
  chf: { en: 'GB', fr: 'CH' },
}

/** The language that the browser asks for; English where it asks for neither. */
export function languageOfBrowser(wanted: readonly string[] = navigator.languages): Language {
  const found = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'fr')
  return found === 'fr' ? 'fr' : 'en'
}

/**
 * The locale to write amounts and dates in: as the browser says it for this language (`fr-CA`), else by the
 * company's currency, else the United States for English and Canada for French.
 */
export function localeFor(
  language: Language,
  currency: string | undefined,
  wanted: readonly string[] = navigator.languages,
): string {
  const own = wanted.find((tag) => new RegExp(`^${language}-[A-Z]{2}$`, 'i').test(tag))
  if (own !== undefined) return own
  const region = REGION_OF_CURRENCY[currency ?? '']?.[language] ?? (language === 'fr' ? 'CA' : 'US')
  return `${language}-${region}`
}
