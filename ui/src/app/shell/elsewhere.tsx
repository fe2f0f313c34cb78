import { lazy, Suspense } from 'react'
import { useElsewhere } from '../../api/elsewhere.ts'

const ElsewhereQuestion = lazy(async () => ({
  default: (await import('./elsewhere-question.tsx')).ElsewhereQuestion,
}))

/** Another tab of this browser went to another company, or signed in as somebody else: go back, or follow it. */
export function Elsewhere() {
  const there = useElsewhere()
  return (
    there && (
      <Suspense>
        <ElsewhereQuestion there={there} />
      </Suspense>
    )
  )
}
