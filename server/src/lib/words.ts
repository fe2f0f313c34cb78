import { match } from '@formatjs/intl-localematcher'
import { IntlMessageFormat } from 'intl-messageformat'
import { keeper } from './keeper.ts'

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

type Say<K extends string> = (key: K, params?: Params) => string

const speakers = new WeakMap<Words, (locale: string, make: () => Say<string>) => Say<string>>()
const MAX_LOCALES = 100
/** Of a plural: its numbers come again. */
const MAX_SAID = 200

/** The reader of a catalogue in a locale (`fr-CA`): `say('pay', { amount })`. A message is parsed once. */
export function speak<K extends string>(words: Words<K>, locale: string): Say<K> {
  let kept = speakers.get(words)
  if (kept === undefined) {
    kept = keeper(MAX_LOCALES)
    speakers.set(words, kept)
  }
  return kept(locale, () => speakerOf(words, locale))
}

function speakerOf(words: Words, locale: string): Say<string> {
  const messages = words[languageOf(locale)]
  const parsed = new Map<string, (params?: Params) => string>()
  return (key, params) => {
    let message = parsed.get(key)
    if (message === undefined) {
      message = parse(messages[key] ?? '', locale)
      parsed.set(key, message)
    }
    return message(params)
  }
}

/** Text with names in braces, and no more: an apostrophe before one of these would be quoting. */
const SIMPLE = /^(?:[^{}']|'(?!['{}<>#])|\{\w+\})*$/

/** Most messages are text with names in it: putting those together by hand is ten times faster, and reading them fifty times. */
function parse(text: string, locale: string): (params?: Params) => string {
  if (SIMPLE.test(text)) return simple(text)
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  const said = keeper<string>(MAX_SAID)
  return (params = {}) => said(Object.values(params).join('\n'), () => String(format.format(params)))
}

function simple(text: string): (params?: Params) => string {
  // Text and names in turns, beginning with text.
  const parts = text.split(/\{(\w+)\}/)
  return (params = {}) => {
    let said = ''
    for (const [at, part] of parts.entries()) {
      const isName = at % 2 === 1
      if (isName && params[part] === undefined) throw new Error(`"${text}" wants ${part}.`)
      // `by Acme Inc.` and `le 2 déc.` end a sentence as they are.
      said += isName ? params[part] : said.endsWith('.') && part.startsWith('.') ? part.slice(1) : part
    }
    return said
  }
}

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

const LOCALES = ['en-US', 'en-CA', 'en-GB', 'fr-FR', 'fr-CA', 'fr-BE', 'fr-CH'] as const

const localeOfHeader = keeper<string>(1000)
/** Longer ones than browsers send are not kept. */
const MAX_HEADER = 200

/** The locale of an Accept-Language header, English or French only; `fallback` where neither is asked for. */
export function localeOf(acceptLanguage: string | undefined, fallback: string): string {
  if (acceptLanguage === undefined) return fallback
  if (acceptLanguage.length > MAX_HEADER) return bestLocale(acceptLanguage, fallback)
  return localeOfHeader(`${fallback} ${acceptLanguage}`, () => bestLocale(acceptLanguage, fallback))
}

function bestLocale(acceptLanguage: string, fallback: string): string {
  const wanted = acceptLanguage
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
