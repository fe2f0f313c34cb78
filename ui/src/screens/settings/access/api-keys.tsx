import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Ago, Moment } from '../../../parts/moment.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import styles from './access.module.css'
import { keysWords } from './keys-words.ts'
import { NewKey } from './new-key.tsx'

type ApiKey = components['schemas']['ApiKey']

/** Settings → API keys: made with their secret shown once, listed, revoked. */
export function Component() {
  const say = useWords(keysWords)
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey>()
  const { data, error, refetch } = useQuery({
    queryKey: ['api_keys'],
    queryFn: () => ask(api.GET('/v1/api_keys')),
  })
  return (
    <Section
      title={say('title')}
      text={say('text')}
      actions={
        <Button leftSection={<KeyRound size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {say('new')}
        </Button>
      }
    >
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? (
        !error && <Lines />
      ) : (
        <Card>
          {data.data.length === 0 && <p>{say('none')}</p>}
          <ul className={styles.list}>
            {data.data.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
            ))}
          </ul>
        </Card>
      )}
      {isMaking && <NewKey onClose={() => setMaking(false)} />}
      {revoking && <Revoke apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Section>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const say = useWords(keysWords)
  const isRevoked = apiKey.revoked_at !== null
  return (
    <li>
      <div>
        <p className={styles.name}>
          {apiKey.name}
          <StatusBadge tone={isRevoked ? 'ended' : 'paid'}>
            {isRevoked ? say('revoked') : say('active')}
          </StatusBadge>
        </p>
        <p className={styles.small}>
          {say('hint', { hint: apiKey.hint })} · {say('made')} <Moment at={apiKey.created_at} /> ·{' '}
          {apiKey.last_used_at === null ? (
            say('neverUsed')
          ) : (
            <>
              {say('used')} <Ago at={apiKey.last_used_at} />
            </>
          )}
        </p>
        <p className={styles.small}>{apiKey.permissions.join(' · ')}</p>
      </div>
      {!isRevoked && (
        <Button size="compact-sm" variant="default" onClick={onRevoke}>
          {say('revoke')}
        </Button>
      )}
    </li>
  )
}

function Revoke({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const say = useWords(keysWords)
  const toast = useToast()
  const queries = useQueryClient()
  return (
    <Confirm
      title={say('revokeTitle', { name })}
      action={say('revokeDo')}
      isDangerous
      onConfirm={async () => {
        await ask(api.DELETE('/v1/api_keys/{id}', { params: { path: { id } } }))
        toast({ tone: 'done', text: say('revokedDone', { name }) })
        await queries.invalidateQueries({ queryKey: ['api_keys'] })
      }}
      onClose={onClose}
    >
      <p>{say('revokeText')}</p>
    </Confirm>
  )
}
