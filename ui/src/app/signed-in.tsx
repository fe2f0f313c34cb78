import { useDeferredValue, useEffect, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { SessionContext, useSessionQuery } from '../api/session.ts'
import { Lines } from '../parts/after-a-while.tsx'
import { ProblemNote } from '../parts/problem.tsx'
import { Shell } from './shell/shell.tsx'

/** Everything that wants somebody signed in; others are sent to sign in, and come back to where they wanted to be. */
export function SignedIn() {
  const { data: session, error, refetch, isPending: isAsked } = useSessionQuery()
  // All that stands around a screen is much to draw at once: in parts, so that a slow machine answers meanwhile.
  const isPending = useDeferredValue(isAsked)
  const { pathname, search } = useLocation()
  const [wasSignedIn, setSignedIn] = useState(false)
  useEffect(() => {
    if (session) setSignedIn(true)
  }, [session])
  if (isPending || (session === undefined && !error)) return <Lines />
  // What was known goes on: a session that could not be read again takes nothing away that somebody is writing.
  if (session === undefined) {
    return (
      <main style={{ margin: '48px auto', maxWidth: 480, padding: 16 }}>
        <ProblemNote error={error} onAgain={() => refetch()} />
      </main>
    )
  }
  if (session === null) {
    // Who signs out is done with this screen; the next one may be somebody else.
    const wanted = pathname === '/' || wasSignedIn ? '' : `?to=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${wanted}`} replace />
  }
  return (
    <SessionContext value={session}>
      <Shell key={session.company.id} />
    </SessionContext>
  )
}
