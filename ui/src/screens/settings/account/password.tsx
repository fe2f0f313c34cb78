import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useSession, useTakeSession } from '../../../api/session.ts'
import { PasswordField } from '../../../parts/password-field.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './account.module.css'
import { words } from './words.ts'

/** Changes the password of whoever knows it. */
export function Password() {
  const say = useWords(words)
  const { user } = useSession()
  const takeSession = useTakeSession()
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const changing = useMutation({
    mutationFn: () => ask(api.PATCH('/v1/user', { body: { current_password: current, password: next } })),
    onSuccess: (session) => {
      takeSession(session)
      setCurrent('')
      setNext('')
      toast({ tone: 'done', text: say('changed') })
    },
  })
  return (
    <Card title={say('password')} text={say('passwordText')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate()
        }}
      >
        {/* For what keeps passwords, so that it knows whose this is. */}
        <input type="hidden" name="username" autoComplete="username" value={user.email} />
        <PasswordField
          label={say('current')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordField
          label={say('next')}
          description={say('nextHint')}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <ProblemNote error={changing.error} />
        <Button
          type="submit"
          variant="default"
          loading={changing.isPending}
          disabled={current === '' || next === ''}
        >
          {say('change')}
        </Button>
      </form>
    </Card>
  )
}
