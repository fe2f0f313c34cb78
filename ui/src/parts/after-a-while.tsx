import { Skeleton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'

const words = defineWords({ en: { loading: 'Loading…' }, fr: { loading: 'Chargement…' } })
const PATIENCE_MS = 300

/** Shows what stands for something that is still coming, but only after 300 ms: most things come before. */
export function AfterAWhile({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return shown ? children : null
}

/** Grey lines in place of text that is still coming. */
export function Lines({ count = 4 }: { count?: number }) {
  const say = useWords(words)
  return (
    <AfterAWhile>
      <div role="status" aria-label={say('loading')} style={{ display: 'grid', gap: 12, padding: 16 }}>
        {Array.from({ length: count }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name
          <Skeleton key={line} height={16} width={`${90 - ((line * 17) % 40)}%`} />
        ))}
      </div>
    </AfterAWhile>
  )
}
