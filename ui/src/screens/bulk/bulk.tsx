import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { Lines } from '../../parts/after-a-while.tsx'

// Each by itself: what a route loads besides its own script is named in the first script of all.
const BulkSend = lazy(async () => ({ default: (await import('./bulk-send.tsx')).BulkSend }))
const BulkSends = lazy(async () => ({ default: (await import('./bulk-sends.tsx')).BulkSends }))

/** What was sent to many at once: all of it, or how one goes on. */
export function Component() {
  const { id } = useParams()
  return (
    <Suspense fallback={<Lines count={6} />}>
      {id === undefined ? <BulkSends /> : <BulkSend key={id} id={id} />}
    </Suspense>
  )
}
