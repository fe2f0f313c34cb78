import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './templates.module.css'
import { thankYouWords } from './thank-you-words.ts'
import { words } from './words.ts'

interface Props {
  /** The thank-you as it is saved, or a plain message. */
  of: 'thank-you' | 'plain'
  isDisabled?: boolean
}

/** Sends a test to any address. */
export function TestMessage({ of, isDisabled = false }: Props) {
  const say = useWords(thankYouWords)
  const sayLanguage = useWords(words)
  const { user, company } = useSession()
  const toast = useToast()
  const [email, setEmail] = useState(user.email)
  const [language, setLanguage] = useState(company.language)
  const sending = useMutation({
    mutationFn: () => {
      const body = { email: email.trim(), language }
      return of === 'thank-you'
        ? ask(api.POST('/v1/settings/thankyou/test', { body }))
        : ask(api.POST('/v1/messages/test', { body }))
    },
    onSuccess: ({ to }) => toast({ tone: 'done', text: say('testSent', { email: to }) }),
  })
  const isThanks = of === 'thank-you'
  const text = isThanks ? say('testText') : say('mailTestText')
  return (
    <Card title={isThanks ? say('test') : say('mailTest')} text={isDisabled ? say('saveFirst') : text}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault()
          sending.mutate()
        }}
      >
        <TextInput
          label={say('testAddress')}
          type="email"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={sayLanguage('language')}
          value={language}
          data={(['en', 'fr'] as const).map((value) => ({ value, label: sayLanguage(`lang_${value}`) }))}
          onChange={(event) => setLanguage(event.currentTarget.value as typeof language)}
        />
        <Button type="submit" variant="default" loading={sending.isPending} disabled={isDisabled}>
          {say('testSend')}
        </Button>
      </form>
      <ProblemNote error={sending.error} />
    </Card>
  )
}
