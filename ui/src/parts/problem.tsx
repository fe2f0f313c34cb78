import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { useWords } from '../words/index.ts'
import styles from './problem.module.css'
import { problemWords } from './problems/words.ts'
import { whenIdle } from './when-idle.ts'

const importSaid = () => import('./problem-said.tsx')
const ProblemSaid = lazy<ComponentType<Problem>>(async () => ({
  default: await importSaid().then(
    (said) => said.ProblemSaid,
    () => NoAnswer,
  ),
}))

export interface Problem {
  error: unknown
  /** Offers to do it once more. */
  onAgain?: (() => void) | undefined
}

/** What went wrong: a title, what it means and what to do, and small at its end the code. */
export function ProblemNote({ error, onAgain }: Problem) {
  // Not with the first screen, but before anything goes wrong: its words are wanted without a connection, too.
  useEffect(() => whenIdle(importSaid), [])
  return error ? (
    <Suspense>
      <ProblemSaid error={error} onAgain={onAgain} />
    </Suspense>
  ) : null
}

/** Where not even the words could be fetched. */
function NoAnswer() {
  const [title, text] = useWords(problemWords)('noAnswer').split('\n')
  return (
    <div role="alert" className={styles.note}>
      <div>
        <p className={styles.title}>{title}</p>
        <p>{text}</p>
      </div>
    </div>
  )
}
