import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { NoAnswer, Problem } from '../api/problem.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { ToAccount } from './account-note.tsx'
import styles from './problem.module.css'
import { problemTitles, problemWords } from './problem-words.ts'

interface Props {
  error: unknown
  /** Offers to do it once more. */
  onAgain?: (() => void) | undefined
}

/** What went wrong: a title, what it means and what to do, and small at its end the code. */
export function ProblemNote({ error, onAgain }: Props) {
  const say = useWords(problemWords)
  const titleOf = useProblemTitle()
  const { language } = useLanguage()
  if (!error) return null
  return (
    <div role="alert" className={styles.note}>
      <TriangleAlert size={18} aria-hidden />
      <div>
        <p className={styles.title}>{titleOf(error)}</p>
        {error instanceof NoAnswer ? (
          <p>{say('noAnswer')}</p>
        ) : error instanceof Problem ? (
          <>
            {/* The server's sentences are English; a screen reader should know. */}
            <p lang={language === 'en' ? undefined : 'en'}>{error.message}</p>
            {error.code === 'payments_account_missing' && (
              <p>
                <ToAccount />
              </p>
            )}
            <p className={styles.code}>{say('code', { code: error.code })}</p>
          </>
        ) : (
          <p>{say('crashed')}</p>
        )}
        {onAgain && (
          <Button size="compact-sm" variant="default" mt={8} onClick={onAgain}>
            {say('again')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A problem in one short sentence, for toasts and for what stands above the server's own. */
function useProblemTitle(): (error: unknown) => string {
  const title = useWords(problemTitles)
  return (error) => {
    if (error instanceof NoAnswer) return title('no_answer')
    const code = error instanceof Problem ? error.code : ''
    return isTitled(code) ? title(code) : title('other')
  }
}

function isTitled(code: string): code is keyof typeof problemTitles.en {
  return code in problemTitles.en
}
