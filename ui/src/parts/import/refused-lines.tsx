import { Problem } from '../../api/problem.ts'
import { useWords } from '../../words/index.ts'
import styles from './import.module.css'
import { lineWords } from './line-words.ts'
import { importWords } from './words.ts'

interface Refused {
  line: number
  column: string | null
  code: string
  message: string
  values?: Readonly<Record<string, string | number>>
}

/** The lines for which a list was refused; the server's own sentence where we have none for its reason. */
export function RefusedLines({ error }: { error: unknown }) {
  const say = useWords(importWords)
  const sayLine = useWords(lineWords)
  const lines: unknown = error instanceof Problem ? error.document.refused : undefined
  if (!Array.isArray(lines)) return null
  return (
    <ul className={styles.refused}>
      {(lines as Refused[]).map(({ line, column, code, message, values }) => (
        <li key={`${line} ${column} ${message}`}>
          <strong>{column !== null ? say('line', { line, column }) : say('lineAlone', { line })}</strong>
          {' · '}
          {isKnown(code) ? sayLine(code, values) : <span lang="en">{message}</span>}
        </li>
      ))}
    </ul>
  )
}

function isKnown(code: string): code is keyof typeof lineWords.en {
  return Object.hasOwn(lineWords.en, code)
}
