import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import type { Session } from '../../api/session.ts'
import { PasswordField } from '../../parts/password-field.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

interface Props {
  /** Of whom it is, where that is known. */
  email?: string | undefined
  onSignedIn: (session: Session) => void | Promise<void>
}

/** Address and password, then the second factor where the account has one. */
export function SignInForm({ email: known = '', onSignedIn }: Props) {
  const say = useWords(words)
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const signingIn = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/v1/session', {
          body: { email: email.trim(), password, ...(code ? { code: code.replace(/\s/g, '') } : {}) },
        }),
      ),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (isSecondFactorWanted(error)) setCode((before) => before ?? '')
    },
  })
  const isFirstAsk = isSecondFactorWanted(signingIn.error) && code === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signingIn.mutate()
      }}
      style={{ display: 'grid', gap: 16 }}
    >
      {code === undefined ? (
        <>
          <TextInput
            label={say('email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus={known === ''}
            readOnly={known !== ''}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordField
            label={say('password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            autoFocus={known !== ''}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      ) : (
        <TextInput
          label={say('code')}
          description={say('codeHint')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      {!isFirstAsk && <ProblemNote error={signingIn.error} />}
      <Button type="submit" loading={signingIn.isPending}>
        {say('signIn')}
      </Button>
      {code !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={() => setCode(undefined)}>
          {say('otherAccount')}
        </Button>
      )}
    </form>
  )
}

function isSecondFactorWanted(error: unknown): boolean {
  return error instanceof Problem && error.code === 'second_factor_required'
}
