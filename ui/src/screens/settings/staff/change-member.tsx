import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { RoleTicks } from './role-ticks.tsx'
import type { Role } from './roles-query.ts'
import type { Member } from './staff.tsx'
import { words } from './words.ts'

export type MemberAct = 'roles' | 'suspend' | 'resume' | 'remove' | 'revoke'

interface Props {
  act: MemberAct
  member: Member
  roles: readonly Role[]
  onClose: () => void
}

/** Roles, a suspension or a removal, each asked before it is done. */
export function ChangeMember({ act, member, roles, onClose }: Props) {
  const say = useWords(words)
  const toast = useToast()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(member.roles)
  const { name } = member
  const path = { id: member.id }
  const change = async () => {
    const changed = await (act === 'remove' || act === 'revoke'
      ? ask(api.DELETE('/v1/members/{id}', { params: { path } }))
      : ask(
          api.PATCH('/v1/members/{id}', {
            params: { path },
            body:
              act === 'roles' ? { roles: chosen } : { status: act === 'suspend' ? 'suspended' : 'active' },
          }),
        ))
    const text =
      act === 'roles'
        ? say('rolesSaved', { name })
        : say('done', { name, status: say(`status_${changed.status}`) })
    toast({ tone: 'done', text })
    await queries.invalidateQueries({ queryKey: ['members'] })
  }
  if (act === 'roles') {
    return (
      <Confirm
        title={say('rolesTitle', { name })}
        action={say('rolesDo')}
        isDisabled={chosen.length === 0}
        onConfirm={change}
        onClose={onClose}
      >
        <RoleTicks roles={roles} value={chosen} onChange={setChosen} />
      </Confirm>
    )
  }
  const isBack = act === 'resume'
  return (
    <Confirm
      title={isBack ? say('resume') : say(`${act}Title`, { name })}
      action={isBack ? say('resume') : say(`${act}Do`, { name })}
      isDangerous={!isBack}
      onConfirm={change}
      onClose={onClose}
    >
      <p>{isBack ? name : say(`${act}Text`)}</p>
    </Confirm>
  )
}
