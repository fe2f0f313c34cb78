import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { isWorthRepeating, Problem } from '../../api/problem.ts'
import { useSessionQuery, useTakeSession } from '../../api/session.ts'
import { Lines } from '../../parts/after-a-while.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
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
  const { data: session } = useSessionQuery()
  const isNew = invitation.data?.needs_password ?? false
  // Whoever has an account already shows by its password that it is theirs, unless they are signed in.
  const isSignedIn = session?.user.email === invitation.data?.email
  const [code, setCode] = useState('')
  const accepting = useMutation({
    mutationFn: () => {
      const own = {
        ...(isNew ? { name } : {}),
        ...(isSignedIn ? {} : { password }),
        ...(code ? { code } : {}),
      }
      return ask(api.POST('/v1/invitations/accept', { body: { token, ...own } }))
    },
    onSuccess: (next) => {
      takeSession(next)
      navigate('/', { replace: true })
    },
  })
  const isCodeWanted = accepting.error instanceof Problem && accepting.error.code === 'second_factor_required'
  if (invitation.data === undefined) {
    return (
      <OutsidePage title={invitation.error ? say('linkMissing') : ''}>
        {invitation.error ? (
          <ProblemNote
            error={invitation.error}
            onAgain={isWorthRepeating(invitation.error) ? () => invitation.refetch() : undefined}
          />
        ) : (
          <Lines count={3} />
        )}
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
        {!isNew && !isSignedIn && (
          <PasswordField
            label={say('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        {(isCodeWanted || code !== '') && (
          <TextInput
            label={say('code')}
            description={say('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\s/g, ''))}
          />
        )}
        {!isCodeWanted && <ProblemNote error={accepting.error} />}
        <Button type="submit" loading={accepting.isPending}>
          {say('join', { company })}
        </Button>
      </form>
    </OutsidePage>
  )
}
