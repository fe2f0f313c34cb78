import { Problem } from '../../api/problem.ts'
import { useWords } from '../../words/index.ts'
import styles from './import.module.css'
import { importWords } from './words.ts'

interface Refused {
  line: number
  column: string | null
  message: string
}

/** The lines for which a list was refused, as the server names them. */
export function RefusedLines({ error }: { error: unknown }) {
  const say = useWords(importWords)
  const lines: unknown = error instanceof Problem ? error.document.refused : undefined
  if (!Array.isArray(lines)) return null
  return (
    <ul className={styles.refused}>
      {(lines as Refused[]).map(({ line, column, message }) => (
        <li key={`${line} ${column} ${message}`}>
          <strong>{column !== null ? say('line', { line, column }) : say('lineAlone', { line })}</strong>
          {' · '}
          <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  )
}
