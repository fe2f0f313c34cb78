import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useLanguage, useWords } from '../words/index.ts'
import { ToAccount } from './account-note.tsx'
import styles from './problem.module.css'
import type { Problem } from './problem.tsx'
import { useSayProblem } from './problems/say-problem.ts'
import { problemWords } from './problems/words.ts'

/** What a `ProblemNote` says, with the words for every code that there is. */
export function ProblemSaid({ error, onAgain }: Problem) {
  const say = useWords(problemWords)
  const sayProblem = useSayProblem()
  const { language } = useLanguage()
  const { title, text, facts, own, code } = sayProblem(error)
  // In English the server's own sentence takes the place of ours, which says less.
  const isOwnOurs = own !== undefined && language === 'en'
  return (
    <div role="alert" className={styles.note}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <p className={styles.title}>{title}</p>
        <p>{[...facts, isOwnOurs ? own : text].join(' ')}</p>
        {own !== undefined && !isOwnOurs && <p className={styles.own}>{say('own', { text: own })}</p>}
        {code === 'payments_account_missing' && (
          <p>
            <ToAccount />
          </p>
        )}
        {code !== undefined && <p className={styles.code}>{say('code', { code })}</p>}
        {onAgain && (
          <Button size="compact-sm" variant="default" mt={8} onClick={onAgain}>
            {say('again')}
          </Button>
        )}
      </div>
    </div>
  )
}
