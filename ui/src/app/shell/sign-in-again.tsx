import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api, ask, keepForRequests } from '../../api/client.ts'
import { type Session, useSession, useTakeSession } from '../../api/session.ts'
import { signedInAgain } from '../../api/signing-in-again.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { SignInForm } from '../../screens/signing-in/sign-in-form.tsx'
import { useWords } from '../../words/index.ts'
import { shellWords } from './shell-words.ts'

/** Over whatever the person was doing when the session ended; behind it everything stays as it was. */
export function SignInAgain() {
  const say = useWords(shellWords)
  const session = useSession()
  const takeSession = useTakeSession()
  const queries = useQueryClient()
  return (
    <Dialog title={say('sessionEnded')}>
      <p style={{ marginBottom: 16 }}>{say('sessionEndedText')}</p>
      <SignInForm
        email={session.user.email}
        onSignedIn={async (next) => {
          takeSession(await inCompany(session.company.id, next))
          signedInAgain()
          void queries.invalidateQueries()
        }}
      />
      <Button variant="subtle" size="compact-sm" mt={12} onClick={() => location.assign('/sign-in')}>
        {say('leave')}
      </Button>
    </Dialog>
  )
}

/** The new session in the company of the screen, which may not be where the person worked last. */
async function inCompany(id: string, next: Session): Promise<Session> {
  if (next.company.id === id || !next.companies.some((company) => company.id === id)) return next
  keepForRequests(next)
  return ask(api.PATCH('/v1/session', { body: { company_id: id } }))
}
