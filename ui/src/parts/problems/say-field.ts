import { Problem } from '../../api/problem.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { problemCodes } from './codes.ts'
import { fieldNames, fieldReasons } from './field-words.ts'
import { problemWords } from './words.ts'

/** What is wrong with which field: `Phone: This is no number that …`; undefined where the document does not say it. */
export function useSayField(): (problem: Problem) => string | undefined {
  const say = useWords(problemWords)
  const name = useWords(fieldNames)
  const reasonOf = useReason()
  return (problem) => {
    const reason = reasonOf(problem)
    if (reason === undefined || problem.field === undefined) return undefined
    const known = problem.field.split('.').reverse().find(isName)
    return say('field', { field: known === undefined ? problem.field : name(known), reason })
  }
}

/**
 * What to say at a field of a form: what is wrong with it, or undefined where the error is none of its. `wire` is the
 * field's path in the request, which the fault may lie deeper in.
 */
export function useFieldFault(): (error: unknown, wire: string) => string | undefined {
  const reasonOf = useReason()
  const sayReason = useWords(fieldReasons)
  const sayCode = useWords(problemCodes)
  const { language } = useLanguage()
  return (error, wire) => {
    if (!(error instanceof Problem) || error.field === undefined) return undefined
    if (error.field !== wire && !error.field.startsWith(`${wire}.`)) return undefined
    if (error.code !== 'invalid_request') return sayCode(error.code).split('\n')[0]
    // The server's own sentence is English.
    return reasonOf(error) ?? (language === 'en' ? error.message : sayReason('other'))
  }
}

/** Why a value of the request was not taken, where the document tells it. */
function useReason(): (problem: Problem) => string | undefined {
  const say = useWords(fieldReasons)
  return ({ code, document: { reason, expected } }) => {
    if (code !== 'invalid_request' || typeof reason !== 'string') return undefined
    const kind = reason === 'format' ? String(expected) : reason
    const value = typeof expected === 'number' ? expected : String(expected ?? '')
    return say(isReason(kind) ? kind : 'other', { expected: value })
  }
}

function isName(key: string): key is keyof typeof fieldNames.en {
  return key in fieldNames.en
}

function isReason(key: string): key is keyof typeof fieldReasons.en {
  return key in fieldReasons.en
}
