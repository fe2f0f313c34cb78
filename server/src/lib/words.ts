import { match } from '@formatjs/intl-localematcher'
import { IntlMessageFormat } from 'intl-messageformat'

export type Language = 'en' | 'fr'

type Messages = Record<string, string>
export type Words<K extends string = string> = Readonly<Record<Language, Readonly<Record<K, string>>>>
type Params = Record<string, string | number | Date>

/** A catalogue: ICU messages under the same keys in every language, or the type checker refuses it. */
export function defineWords<const E extends Messages>(catalogue: {
  en: E
  fr: { readonly [K in keyof E]: string }
}): Words<keyof E & string> {
  return catalogue as Words<keyof E & string>
}

const parsed = new Map<string, IntlMessageFormat>()

/** The reader of a catalogue in a locale (`fr-CA`): `say('pay', { amount })`. A message is parsed once. */
export function speak<K extends string>(
  words: Words<K>,
  locale: string,
): (key: K, params?: Params) => string {
  const language = languageOf(locale)
  return (key, params) => {
    const text = words[language][key]
    if (params === undefined && !text.includes('{') && !text.includes("'")) return text
    const id = `${locale}\n${text}`
    let format = parsed.get(id)
    if (format === undefined) {
      format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
      parsed.set(id, format)
    }
    return String(format.format(params))
  }
}

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

const LOCALES = ['en-US', 'en-CA', 'en-GB', 'fr-FR', 'fr-CA', 'fr-BE', 'fr-CH'] as const

/** The locale of an Accept-Language header, English or French only; `fallback` where neither is asked for. */
export function localeOf(acceptLanguage: string | undefined, fallback: string): string {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().split(';'))
    .map(([tag, ...rest]) => ({ tag: tag ?? '', q: Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1) }))
    .filter(({ tag, q }) => /^(en|fr)(-[a-z0-9]{2,8})*$/i.test(tag) && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag)
  if (wanted.length === 0) return fallback
  return match(wanted, LOCALES, fallback)
}

/** The locale that a company's or customer's language means where no browser speaks for itself. */
export function defaultLocale(language: Language, country: string | undefined): string {
  const exact = `${language}-${country ?? ''}`
  const found = LOCALES.find((locale) => locale === exact)
  return found ?? (language === 'fr' ? 'fr-FR' : 'en-US')
}
