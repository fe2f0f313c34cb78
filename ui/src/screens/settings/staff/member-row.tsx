import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { Ago, Moment } from '../../../parts/moment.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { StatusBadge, type Tone } from '../../../parts/status-badge.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { ChangeMember, type MemberAct } from './change-member.tsx'
import type { Role } from './roles-query.ts'
import styles from './staff.module.css'
import type { Member } from './staff.tsx'
import { words } from './words.ts'

const TONES: Readonly<Record<Member['status'], Tone>> = {
  invited: 'sent',
  active: 'paid',
  suspended: 'attention',
  removed: 'ended',
  revoked: 'ended',
}

/** One of the staff, and what can be done. */
export function MemberRow({ member, roles }: { member: Member; roles: readonly Role[] }) {
  const say = useWords(words)
  const { user } = useSession()
  const toast = useToast()
  const [act, setAct] = useState<MemberAct>()
  const { id, name, email, status } = member
  const resending = useMutation({
    mutationFn: () => ask(api.POST('/v1/members/{id}/resend_invitation', { params: { path: { id } } })),
    onSuccess: () => toast({ tone: 'done', text: say('resent', { email }) }),
  })
  const names = member.roles.map((role) => roles.find((each) => each.role === role)?.name ?? role)
  const button = (text: string, next: MemberAct) => (
    <Button size="compact-sm" variant="default" onClick={() => setAct(next)}>
      {text}
    </Button>
  )
  return (
    <li>
      <div>
        <p className={styles.name}>
          {name}
          <StatusBadge tone={TONES[status]}>{say(`status_${status}`)}</StatusBadge>
          {member.user === user.id && <span className={styles.quiet}>({say('you')})</span>}
        </p>
        {name !== email && <p className={styles.quiet}>{email}</p>}
        <p>{names.join(' · ')}</p>
        <p className={styles.small}>
          {parted([
            member.totp_enabled && say('twoStep'),
            member.last_seen_at && (
              <>
                {say('lastSeen')} <Ago at={member.last_seen_at} />
              </>
            ),
            status === 'invited' && member.invited_until && (
              <>
                {say('invitedUntil')} <Moment at={member.invited_until} />
              </>
            ),
          ])}
        </p>
        <ProblemNote error={resending.error} />
      </div>
      <div className={styles.actions}>
        {status === 'invited' ? (
          <>
            <Button
              size="compact-sm"
              variant="default"
              loading={resending.isPending}
              onClick={() => resending.mutate()}
            >
              {say('resend')}
            </Button>
            {button(say('revoke'), 'revoke')}
          </>
        ) : (
          <>
            {button(say('changeRoles'), 'roles')}
            {status === 'active' ? button(say('suspend'), 'suspend') : button(say('resume'), 'resume')}
            {button(say('remove'), 'remove')}
          </>
        )}
      </div>
      {act && <ChangeMember act={act} member={member} roles={roles} onClose={() => setAct(undefined)} />}
    </li>
  )
}

/** What there is of it, with points between. */
function parted(parts: readonly ReactNode[]): ReactNode {
  const there = parts.filter((part) => part !== false && part !== null)
  return there.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and never move
    <span key={at}>
      {at > 0 && ' · '}
      {part}
    </span>
  ))
}
