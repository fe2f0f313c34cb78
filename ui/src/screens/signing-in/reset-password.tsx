import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { NewPassword } from './new-password.tsx'
import { OutsidePage } from './outside-page.tsx'
import { words } from './words.ts'

export function Component() {
  const say = useWords(words)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const token = search.get('token')
  const [password, setPassword] = useState('')
  const setting = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/password_resets/confirm', { body: { token: token ?? '', password } })),
    onSuccess: () => navigate('/sign-in?set=1', { replace: true }),
  })
  if (token === null) {
    return (
      <OutsidePage title={say('linkMissing')}>
        <p>{say('linkMissingText')}</p>
        <Anchor component={Link} to="/forgotten-password">
          {say('forgottenTitle')}
        </Anchor>
      </OutsidePage>
    )
  }
  return (
    <OutsidePage title={say('forgottenTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setting.mutate()
        }}
      >
        <NewPassword value={password} onChange={setPassword} />
        <ProblemNote error={setting.error} />
        <Button type="submit" loading={setting.isPending}>
          {say('setPassword')}
        </Button>
      </form>
    </OutsidePage>
  )
}
