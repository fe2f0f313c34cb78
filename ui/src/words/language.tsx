import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { speak, type Words } from '../../../server/src/lib/words.ts'
import { type Language, languageOfBrowser, localeFor } from './locale.ts'

interface Speaking {
  language: Language
  /** With its region, for `Intl`: `fr-CA`. */
  locale: string
  /** The company's time zone, for dates; the browser's own where nobody is signed in. */
  timeZone: string | undefined
  /** Chooses a language for this browser. */
  chooseLanguage: (language: Language) => void
}

const Context = createContext<Speaking | undefined>(undefined)
const KEPT_AS = 'quittance-language'

interface Props {
  children: ReactNode
  currency?: string | undefined
  timeZone?: string | undefined
}

/** The language of everything inside: the one chosen in this browser, else the browser's. A person's own is for mails. */
export function LanguageProvider({ children, currency, timeZone }: Props) {
  const [language, setLanguage] = useState(keptLanguage)
  const speaking = useMemo<Speaking>(
    () => ({
      language,
      locale: localeFor(language, currency),
      timeZone,
      chooseLanguage: (next) => {
        localStorage.setItem(KEPT_AS, next)
        setLanguage(next)
      },
    }),
    [language, currency, timeZone],
  )
  useEffect(() => {
    document.documentElement.lang = speaking.locale
  }, [speaking.locale])
  return <Context value={speaking}>{children}</Context>
}

export function useLanguage(): Speaking {
  const speaking = useContext(Context)
  if (speaking === undefined) throw new Error('There is no LanguageProvider around this.')
  return speaking
}

/** The reader of a catalogue in the language of the screen: `say('paid', { amount })`. */
export function useWords<K extends string>(words: Words<K>) {
  const { locale } = useLanguage()
  return speak(words, locale)
}

function keptLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS)
  return kept === 'en' || kept === 'fr' ? kept : languageOfBrowser()
}
