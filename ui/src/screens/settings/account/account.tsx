import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useSession, useTakeSession } from '../../../api/session.ts'
import { useHold } from '../../../parts/holding.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useLanguage, useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import styles from './account.module.css'
import { Password } from './password.tsx'
import { Sessions } from './sessions.tsx'
import { TwoStep } from './two-step.tsx'
import { words } from './words.ts'

/** Settings → Your account: what belongs to the person, whatever their roles. */
export function Component() {
  const say = useWords(words)
  return (
    <Section title={say('title')} text={say('text')}>
      <Person />
      <Notices />
      <Password />
      <TwoStep />
      <Sessions />
    </Section>
  )
}

function Person() {
  const say = useWords(words)
  const { user } = useSession()
  const takeSession = useTakeSession()
  const toast = useToast()
  const [name, setName] = useState(user.name)
  const { chooseLanguage } = useLanguage()
  const [language, setLanguage] = useState(user.language)
  const isChanged = name !== user.name || language !== user.language
  useHold(isChanged)
  const saving = useMutation({
    mutationFn: () => ask(api.PATCH('/v1/user', { body: { name: name.trim(), language } })),
    onSuccess: (session) => {
      if (language !== user.language) chooseLanguage(language)
      takeSession(session)
      toast({ tone: 'done', text: say('saved') })
    },
  })
  return (
    <Card title={say('person')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <TextInput label={say('email')} readOnly value={user.email} />
        <TextInput
          label={say('name')}
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('language')}
          value={language}
          data={(['en', 'fr'] as const).map((value) => ({ value, label: say(`lang_${value}`) }))}
          onChange={(event) => setLanguage(event.currentTarget.value as typeof language)}
        />
        <ProblemNote error={saving.error} />
        <Button
          type="submit"
          variant="default"
          loading={saving.isPending}
          disabled={name.trim() === '' || !isChanged}
        >
          {say('save')}
        </Button>
      </form>
    </Card>
  )
}

const NOTICES = ['payment_received', 'payment_cleared', 'deposits', 'link_wanted'] as const

/** which mails one gets is one's own to switch. */
function Notices() {
  const say = useWords(words)
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['notifications'],
    queryFn: () => ask(api.GET('/v1/user/notifications')),
  })
  const changing = useMutation({
    mutationFn: (body: Partial<Record<(typeof NOTICES)[number], boolean>>) =>
      ask(api.PATCH('/v1/user/notifications', { body })),
    onSuccess: (saved) => keepSaved(queries, ['notifications'], saved),
  })
  return (
    <Card title={say('notices')} text={say('noticesText')}>
      <ProblemNote error={error ?? changing.error} />
      {data &&
        NOTICES.map((notice) => (
          <Switch
            key={notice}
            label={say(notice)}
            checked={data[notice]}
            disabled={changing.isPending}
            onChange={(event) => changing.mutate({ [notice]: event.currentTarget.checked })}
          />
        ))}
    </Card>
  )
}
