import { Button } from '@mantine/core'
import { useRouteError } from 'react-router'
import { LanguageProvider, useWords } from '../words/index.ts'
import { ProblemNote } from './problem.tsx'
import { problemWords } from './problems/words.ts'

/** In place of a screen that failed, so that the rest of the dashboard goes on. */
export function ScreenFailed() {
  const error = useRouteError()
  const say = useWords(problemWords)
  return (
    <div style={{ maxWidth: 560, padding: 24 }}>
      <ProblemNote error={error} />
      <Button variant="default" mt={16} onClick={() => location.reload()}>
        {say('reload')}
      </Button>
    </div>
  )
}

/** The same in place of everything, of which nothing stands around it. */
export function DashboardFailed() {
  return (
    <LanguageProvider>
      <ScreenFailed />
    </LanguageProvider>
  )
}
