import { NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useKeyOf } from '../../../api/once.ts'
import { useSession } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { RoleTicks } from './role-ticks.tsx'
import type { Role } from './roles-query.ts'
import { words } from './words.ts'

/** Invites somebody by mail. */
export function Invite({ roles, onClose }: { roles: readonly Role[]; onClose: () => void }) {
  const say = useWords(words)
  const { company } = useSession()
  const toast = useToast()
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(company.language)
  const [chosen, setChosen] = useState<Role['role'][]>([])
  const invite = async () => {
    const body = {
      email: email.trim(),
      language,
      roles: chosen,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    }
    await ask(api.POST('/v1/members', { body, params: { header: keyOf('invite', body) } }))
    toast({ tone: 'done', text: say('invited', { email: body.email }) })
    await queries.invalidateQueries({ queryKey: ['members'] })
  }
  return (
    <Confirm
      title={say('inviteTitle')}
      action={say('inviteDo')}
      isDisabled={email.trim() === '' || chosen.length === 0}
      onConfirm={invite}
      onClose={onClose}
    >
      <TextInput
        label={say('email')}
        type="email"
        autoComplete="off"
        data-autofocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={say('name')}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('language')}
        value={language}
        data={(['en', 'fr'] as const).map((value) => ({ value, label: say(`lang_${value}`) }))}
        onChange={(event) => setLanguage(event.currentTarget.value as typeof language)}
      />
      <RoleTicks roles={roles} value={chosen} onChange={setChosen} />
    </Confirm>
  )
}
