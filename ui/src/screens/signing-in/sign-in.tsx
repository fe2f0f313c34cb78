import { Anchor } from '@mantine/core'
import { Link, Navigate, useSearchParams } from 'react-router'
import { useSessionQuery, useTakeSession } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { OutsidePage } from './outside-page.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { words } from './words.ts'

export function Component() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const takeSession = useTakeSession()
  const { data: session } = useSessionQuery()
  if (session) return <Navigate to={pathInside(search.get('to'))} replace />
  return (
    <OutsidePage title={say('signIn')}>
      {search.has('set') && <p>{say('passwordSet')}</p>}
      <SignInForm onSignedIn={takeSession} />
      <Anchor component={Link} to="/forgotten-password">
        {say('forgotten')}
      </Anchor>
    </OutsidePage>
  )
}

/**
 * Where somebody wanted to be before signing in, if that is a path of this dashboard. It is read as a browser reads
 * it: tabs, backslashes and dots make another site of what looks like a path.
 */
function pathInside(to: string | null): string {
  if (to === null || !to.startsWith('/') || !URL.canParse(to, location.origin)) return '/'
  const { origin, pathname, search } = new URL(to, location.origin)
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search : '/'
}
