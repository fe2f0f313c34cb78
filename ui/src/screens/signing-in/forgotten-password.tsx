import { Anchor, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useWords } from '../../words/index.ts'
import { OutsidePage } from './outside-page.tsx'
import { words } from './words.ts'

export function Component() {
  const say = useWords(words)
  const [email, setEmail] = useState('')
  const asking = useMutation({
    mutationFn: () => ask(api.POST('/v1/password_resets', { body: { email: email.trim() } })),
  })
  const back = (
    <Anchor component={Link} to="/sign-in">
      {say('back')}
    </Anchor>
  )
  if (asking.isSuccess) {
    return (
      <OutsidePage title={say('linkSent')}>
        <p role="status">{say('linkSentText', { email })}</p>
        {back}
      </OutsidePage>
    )
  }
  return (
    <OutsidePage title={say('forgottenTitle')}>
      <p>{say('forgottenText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          asking.mutate()
        }}
      >
        <TextInput
          label={say('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProblemNote error={asking.error} />
        <Button type="submit" loading={asking.isPending}>
          {say('sendLink')}
        </Button>
      </form>
      {back}
    </OutsidePage>
  )
}
