import type { Words } from '../../../../server/src/lib/words.ts'
import type { ProblemCode } from '../../api/problem.ts'
import { askingProblems } from './asking-words.ts'
import { documentProblems } from './document-words.ts'
import { einvoiceProblems } from './einvoice-words.ts'
import { generalProblems } from './general-words.ts'
import { peopleProblems } from './people-words.ts'

const catalogues = [
  generalProblems,
  peopleProblems,
  askingProblems,
  documentProblems,
  einvoiceProblems,
] as const

type Said = (typeof catalogues)[number] extends Words<infer K> ? K : never

/** Every problem code in words. A code of the server that has none is refused by the type checker here. */
export const problemCodes: Words<Said> & Words<ProblemCode> = {
  en: Object.assign({}, ...catalogues.map(({ en }) => en)),
  fr: Object.assign({}, ...catalogues.map(({ fr }) => fr)),
}
