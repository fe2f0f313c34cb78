import { useSession } from '../../../api/session.ts'
import { formatMoney, useLanguage, useWords } from '../../../words/index.ts'
import { kindOf, type Setting, type Texts } from './setting-kind.ts'
import { settingWords } from './setting-words.ts'
import { valueWords } from './value-words.ts'
import { words } from './words.ts'

/** Settings and their values in words. What has none here is shown as the API says it. */
export function useSaySetting() {
  const say = useWords(words)
  const setting = useWords(settingWords)
  const value = useWords(valueWords)
  const { locale, language } = useLanguage()
  const { company } = useSession()
  const one = (key: string, name: string): string => {
    const found = [`${key}=${name}`, `${familyOf(key)}=${name}`].find(isValueWord)
    return found === undefined ? name : value(found)
  }
  return {
    name: ({ key }: Pick<Setting, 'key'>): string => (isSettingWord(key) ? setting(key) : key),
    help: ({ key, description }: Setting): string => {
      const help = `${key}.help`
      return isSettingWord(help) ? setting(help) : description
    },
    option: one,
    value: (of: Setting, shown: unknown): string => {
      const { kind } = kindOf(of)
      if (kind === 'switch') return say(shown === true ? 'on' : 'off')
      if (kind === 'number') return new Intl.NumberFormat(locale).format(Number(shown))
      if (kind === 'amount') return formatMoney(Number(shown), company.currency, locale)
      if (kind === 'choice') return one(of.key, String(shown))
      if (kind === 'choices') return (shown as string[]).map((name) => one(of.key, name)).join(' · ')
      if (kind === 'texts') return (shown as Texts)[language] ?? say('nothing')
      return kind === 'time' ? String(shown) : JSON.stringify(shown)
    },
  }
}

/** `methods.request` is of the family `methods`, `link.expiry.mode.request` of `link.expiry.mode`. */
function familyOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.'))
}

function isSettingWord(key: string): key is keyof typeof settingWords.en {
  return key in settingWords.en
}

function isValueWord(key: string): key is keyof typeof valueWords.en {
  return key in valueWords.en
}
