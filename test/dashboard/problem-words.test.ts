import { join } from 'node:path'
import { expect, it } from 'vitest'
import { speak, type Words } from '../../server/src/lib/words.ts'
import { PROBLEM_CODES } from '../../server/src/web/problem-codes.generated.ts'

const folder = join(import.meta.dirname, '../../ui/src/parts/problems')
const { problemCodes } = (await import(join(folder, 'codes.ts'))) as { problemCodes: Words }
const { fieldReasons } = (await import(join(folder, 'field-words.ts'))) as { fieldReasons: Words }

it('every problem code of the server has a title and a sentence in both languages', () => {
  // What only the dashboard itself can find out stands beside them.
  const codes = [...PROBLEM_CODES, 'session_elsewhere'].sort()
  for (const locale of ['en-US', 'fr-CA'] as const) {
    const words = problemCodes[locale === 'en-US' ? 'en' : 'fr']
    expect(Object.keys(words).sort()).toEqual(codes)
    const say = speak(problemCodes, locale)
    for (const code of codes) {
      const [title, text, ...more] = say(code).split('\n')
      expect([code, title?.endsWith('.'), (text ?? '').length > 10, more]).toEqual([code, true, true, []])
    }
  }
  const same = codes.filter((code) => problemCodes.en[code] === problemCodes.fr[code])
  expect(same).toEqual([])
})

it('French words keep their colons, semicolons and questions beside the word before', () => {
  for (const words of [problemCodes, fieldReasons])
    for (const [key, text] of Object.entries(words.fr))
      expect([key, /[^\u00a0][;?!](\s|$)|[^\u00a0\d]:\s|['"]/.exec(text)?.[0]]).toEqual([key, undefined])
})

it('the reasons for which a field is refused are said with what was expected', () => {
  const say = speak(fieldReasons, 'fr-CA')
  expect(say('max_length', { expected: 300 })).toBe('C’est trop long\u00a0: au plus 300 caractères.')
  expect(say('min_length', { expected: 1 })).toBe('C’est trop court\u00a0: au moins un caractère.')
})
