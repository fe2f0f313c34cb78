import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card, Section } from '../frame/section.tsx'
import { type Role, useRoles } from './roles-query.ts'
import { rolesWords } from './roles-words.ts'
import styles from './staff.module.css'

type Permission = Role['permissions'][number]
type Drafts = ReadonlyMap<Role['role'], readonly Permission[]>

/** Settings → Roles: the table of roles and permissions, as this company has it. */
export function Component() {
  const say = useWords(rolesWords)
  const { data, error, refetch } = useRoles()
  const [drafts, setDrafts] = useState<Drafts>(new Map())
  const toast = useToast()
  const queries = useQueryClient()
  const changed = (data?.data ?? []).filter(({ role, permissions }) => {
    const draft = drafts.get(role)
    return draft !== undefined && !isSame(draft, permissions)
  })
  const saving = useMutation({
    mutationFn: async () => {
      for (const { role } of changed) {
        const permissions = [...(drafts.get(role) ?? [])]
        await ask(api.PATCH('/v1/roles/{role}', { params: { path: { role } }, body: { permissions } }))
      }
    },
    onSuccess: async () => {
      toast({ tone: 'done', text: say('saved', { count: changed.length }) })
      await queries.invalidateQueries({ queryKey: ['roles'] })
      setDrafts(new Map())
      // One may have changed what one may do oneself.
      void queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  const resetting = useMutation({
    mutationFn: ({ role }: Role) => ask(api.DELETE('/v1/roles/{role}', { params: { path: { role } } })),
    onSuccess: async (_, { role, name }) => {
      toast({ tone: 'done', text: say('presetDone', { role: name }) })
      setDrafts(new Map([...drafts].filter(([each]) => each !== role)))
      await queries.invalidateQueries({ queryKey: ['roles'] })
      void queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
  return (
    <Section title={say('title')} text={say('text')} isWide>
      <ProblemNote error={error} onAgain={() => refetch()} />
      <ProblemNote error={resetting.error} />
      {data === undefined ? (
        !error && <Lines count={8} />
      ) : (
        <Card>
          <Matrix
            roles={data.data}
            permissions={data.permissions}
            drafts={drafts}
            onChange={(role, permissions) => setDrafts(new Map(drafts).set(role, permissions))}
            onReset={(role) => resetting.mutate(role)}
          />
        </Card>
      )}
      {changed.length > 0 && (
        <SaveBar
          text={say('unsaved', { count: changed.length })}
          save={say('save', { count: changed.length })}
          discard={say('discard')}
          isSaving={saving.isPending}
          error={saving.error}
          onSave={() => saving.mutate()}
          onDiscard={() => {
            setDrafts(new Map())
            saving.reset()
          }}
        />
      )}
    </Section>
  )
}

interface MatrixProps {
  roles: readonly Role[]
  permissions: readonly { permission: Permission; description: string }[]
  drafts: Drafts
  onChange: (role: Role['role'], permissions: readonly Permission[]) => void
  onReset: (role: Role) => void
}

function Matrix({ roles, permissions, drafts, onChange, onReset }: MatrixProps) {
  const say = useWords(rolesWords)
  const of = ({ role, permissions }: Role) => drafts.get(role) ?? permissions
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={say('table')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{say('permission')}</th>
            {roles.map((role) => (
              <th key={role.role} scope="col">
                {role.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ permission, description }) => (
            <tr key={permission}>
              <th scope="row">{description}</th>
              {roles.map((role) => (
                <td key={role.role}>
                  <div>
                    <Checkbox
                      size="md"
                      aria-label={say('tick', { role: role.name, permission: description })}
                      disabled={!role.editable}
                      checked={of(role).includes(permission)}
                      onChange={(event) =>
                        onChange(
                          role.role,
                          event.currentTarget.checked
                            ? [...of(role), permission]
                            : of(role).filter((each) => each !== permission),
                        )
                      }
                    />
                  </div>
                </td>
              ))}
            </tr>
          ))}
          {roles.some(({ changed }) => changed) && (
            <tr>
              <th scope="row">{say('changed')}</th>
              {roles.map((role) => (
                <td key={role.role}>
                  {role.changed && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${say('preset')} (${role.name})`}
                      onClick={() => onReset(role)}
                    >
                      {say('preset')}
                    </Button>
                  )}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

function isSame(one: readonly Permission[], other: readonly Permission[]): boolean {
  return [...one].sort().join() === [...other].sort().join()
}
