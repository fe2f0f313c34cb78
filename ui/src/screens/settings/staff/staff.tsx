import { Button } from '@mantine/core'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useKeyset } from '../../../api/keyset.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import { Invite } from './invite.tsx'
import { MemberRow } from './member-row.tsx'
import { useRoles } from './roles-query.ts'
import styles from './staff.module.css'
import { words } from './words.ts'

export type Member = components['schemas']['Member']

/** Settings → Staff: who works here; invited, given roles, suspended, sent away. */
export function Component() {
  const say = useWords(words)
  const [isInviting, setInviting] = useState(false)
  const roles = useRoles()
  const members = useKeyset<Member>(['members'], (starting_after) =>
    ask(
      api.GET('/v1/members', {
        params: { query: { limit: 100, ...(starting_after === undefined ? {} : { starting_after }) } },
      }),
    ),
  )
  const shown = members.rows.filter(({ status }) => status !== 'removed' && status !== 'revoked')
  return (
    <Section
      title={say('title')}
      text={say('text')}
      actions={
        <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {say('invite')}
        </Button>
      }
    >
      <ProblemNote error={members.error ?? roles.error} onAgain={members.again} />
      {members.isPending || roles.data === undefined ? (
        !members.error && !roles.error && <Lines count={6} />
      ) : (
        <Card>
          <ul className={styles.list}>
            {shown.map((member) => (
              <MemberRow key={member.id} member={member} roles={roles.data.data} />
            ))}
          </ul>
          {members.hasMore && (
            <Button variant="default" loading={members.isLoadingMore} onClick={members.loadMore}>
              {say('more')}
            </Button>
          )}
        </Card>
      )}
      {isInviting && roles.data && <Invite roles={roles.data.data} onClose={() => setInviting(false)} />}
    </Section>
  )
}
