import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask, keepForRequests } from '../../api/client.ts'
import { sayElsewhere } from '../../api/elsewhere.ts'
import { type Session, useSession, useTakeSession } from '../../api/session.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { shellWords } from './shell-words.ts'

/** Asks whether to go back from where another tab went, or to follow it. */
export function ElsewhereQuestion({ there }: { there: Session }) {
  const say = useWords(shellWords)
  const here = useSession()
  const takeSession = useTakeSession()
  const queries = useQueryClient()
  const goOn = (session: Session) => {
    takeSession(session)
    sayElsewhere(undefined)
    void queries.invalidateQueries()
  }
  const coming = useMutation({
    mutationFn: () => {
      keepForRequests(there)
      return ask(api.PATCH('/v1/session', { body: { company_id: here.company.id } }))
    },
    onSuccess: goOn,
  })
  const canComeBack =
    there.user.id === here.user.id && there.companies.some(({ id }) => id === here.company.id)
  const names = { here: here.company.name, there: there.company.name, name: there.user.name }
  return (
    <Dialog title={say('elsewhere', names)}>
      <p>{say(canComeBack ? 'elsewhereText' : 'elsewhereOther', names)}</p>
      <ProblemNote error={coming.error} />
      <Group mt={16}>
        {canComeBack && (
          <Button loading={coming.isPending} onClick={() => coming.mutate()}>
            {say('comeBack', names)}
          </Button>
        )}
        <Button variant="default" disabled={coming.isPending} onClick={() => goOn(there)}>
          {say('follow', names)}
        </Button>
      </Group>
    </Dialog>
  )
}
