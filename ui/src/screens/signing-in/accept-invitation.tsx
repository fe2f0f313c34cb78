import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useTakeSession } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { NewPassword } from './new-password.tsx'
import { OutsidePage } from './outside-page.tsx'
import { words } from './words.ts'

export function Component() {
  const say = useWords(words)
  const navigate = useNavigate()
  const takeSession = useTakeSession()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask(api.POST('/v1/invitations/lookup', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isNew = invitation.data?.needs_password ?? false
  const accepting = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/invitations/accept', { body: { token, ...(isNew ? { name, password } : {}) } })),
    onSuccess: (session) => {
      takeSession(session)
      navigate('/', { replace: true })
    },
  })
  if (invitation.data === undefined) {
    return (
      <OutsidePage title={invitation.error ? say('linkMissing') : ''}>
        {invitation.error ? <ProblemNote error={invitation.error} /> : <Lines count={3} />}
      </OutsidePage>
    )
  }
  const { company_name: company, email } = invitation.data
  return (
    <OutsidePage title={say('invitedTitle', { company })}>
      <p>{say('invitedText', { email })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          accepting.mutate()
        }}
      >
        {isNew && (
          <>
            <TextInput
              label={say('name')}
              autoComplete="name"
              required
              withAsterisk={false}
              autoFocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NewPassword value={password} onChange={setPassword} />
          </>
        )}
        <ProblemNote error={accepting.error} />
        <Button type="submit" loading={accepting.isPending}>
          {say('join', { company })}
        </Button>
      </form>
    </OutsidePage>
  )
}
