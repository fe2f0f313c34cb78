import { Button, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Check, LogOut } from 'lucide-react'
import { useNavigate } from 'react-router'
import { api, ask } from '../../api/client.ts'
import { useSession, useSignOut, useTakeSession } from '../../api/session.ts'
import { useMayLeave } from '../../parts/holding.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useToast } from '../../parts/toasts.tsx'
import { type Language, useLanguage, useWords } from '../../words/index.ts'
import styles from './person-part.module.css'
import { shellWords } from './shell-words.ts'

/** What belongs to the person: which company, look, language, and the way out. */
export function PersonPart({ onDone }: { onDone?: () => void }) {
  const say = useWords(shellWords)
  const session = useSession()
  const takeSession = useTakeSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const toast = useToast()
  const { language, chooseLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const changing = useMutation({
    mutationFn: async (next: Language) => {
      chooseLanguage(next)
      takeSession(await ask(api.PATCH('/v1/user', { body: { language: next } })))
    },
  })
  const mayLeave = useMayLeave()
  const leaving = useMutation({ mutationFn: signOut })
  const switching = useMutation({
    mutationFn: (companyId: string) => ask(api.PATCH('/v1/session', { body: { company_id: companyId } })),
    onSuccess: (next) => {
      navigate('/')
      takeSession(next)
      toast({ tone: 'done', text: say('switched', { company: next.company.name }) })
      onDone?.()
    },
  })
  return (
    <div className={styles.part}>
      <div>
        <p className={styles.name}>{session.user.name}</p>
        <p className={styles.email}>{session.user.email}</p>
      </div>
      {session.companies.length > 1 && (
        <div>
          <p className={styles.label}>{say('companies')}</p>
          <ul>
            {session.companies.map(({ id, name }) => (
              <li key={id}>
                <UnstyledButton
                  className={styles.company}
                  aria-current={id === session.company.id}
                  disabled={switching.isPending}
                  onClick={async () => {
                    if (id !== session.company.id && (await mayLeave())) switching.mutate(id)
                  }}
                >
                  {name}
                  {id === session.company.id && <Check size={16} aria-hidden />}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p className={styles.label} id="look">
          {say('look')}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="look"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: 'auto', label: say('lookAuto') },
            { value: 'light', label: say('lookLight') },
            { value: 'dark', label: say('lookDark') },
          ]}
        />
      </div>
      <div>
        <p className={styles.label} id="language">
          {say('language')}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="language"
          value={language}
          onChange={(value) => changing.mutate(value as Language)}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
        />
      </div>
      <ProblemNote error={switching.error ?? changing.error ?? leaving.error} />
      <Button
        variant="default"
        leftSection={<LogOut size={16} aria-hidden />}
        loading={leaving.isPending}
        onClick={async () => {
          if (await mayLeave()) leaving.mutate()
        }}
      >
        {say('signOut')}
      </Button>
    </div>
  )
}
