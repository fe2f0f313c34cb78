import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useKeyOf } from '../../../api/once.ts'
import { type Permission, useMay, useSession } from '../../../api/session.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { CopyButton } from '../../../parts/copy-button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { useLanguage, useWords } from '../../../words/index.ts'
import styles from './access.module.css'
import { keysWords } from './keys-words.ts'

/** Makes a key, then shows its secret this once. */
export function NewKey({ onClose }: { onClose: () => void }) {
  const say = useWords(keysWords)
  const queries = useQueryClient()
  const keyOf = useKeyOf()
  const { permissions } = useSession()
  const names = usePermissionNames()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Permission[]>([])
  const [secret, setSecret] = useState<string>()
  const isMade = useRef(false)
  if (secret !== undefined) return <Secret name={name} secret={secret} onClose={onClose} />
  const make = async () => {
    const body = { name: name.trim(), permissions: chosen }
    const made = await ask(api.POST('/v1/api_keys', { body, params: { header: keyOf('make', body) } }))
    void queries.invalidateQueries({ queryKey: ['api_keys'] })
    isMade.current = true
    setSecret(made.secret ?? '')
  }
  return (
    <Confirm
      title={say('new')}
      action={say('make')}
      isDisabled={name.trim() === '' || chosen.length === 0}
      onConfirm={make}
      // Once it is made, the secret is shown in its place.
      onClose={() => !isMade.current && onClose()}
    >
      <TextInput
        label={say('name')}
        description={say('nameHint')}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={say('permissions')}
        description={say('permissionsHint')}
        value={chosen}
        onChange={(next) => setChosen(next as Permission[])}
      >
        <Stack gap={8} mt={8} className={styles.ticks}>
          {permissions.map((permission) => (
            <Checkbox key={permission} value={permission} label={names.get(permission) ?? permission} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Confirm>
  )
}

interface SecretProps {
  name: string
  secret: string
  onClose: () => void
}

function Secret({ name, secret, onClose }: SecretProps) {
  const say = useWords(keysWords)
  return (
    <Dialog title={say('secretTitle', { name })}>
      <Stack gap={16}>
        <p>{say('secretText')}</p>
        <div className={styles.secret}>
          <TextInput
            label={say('secret')}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={secret}>{say('copy')}</CopyButton>
        </div>
        <Button onClick={onClose}>{say('secretDone')}</Button>
      </Stack>
    </Dialog>
  )
}

/** What permissions are called, where the role may read the table of them; else they go by their own names. */
function usePermissionNames(): ReadonlyMap<string, string> {
  const { language } = useLanguage()
  const mayRead = useMay('staff.manage')
  const { data } = useQuery({
    queryKey: ['roles', language],
    queryFn: () => ask(api.GET('/v1/roles', { params: { query: { language } } })),
    enabled: mayRead,
  })
  return new Map(data?.permissions.map(({ permission, description }) => [permission, description]))
}
