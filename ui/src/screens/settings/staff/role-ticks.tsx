import { Checkbox, Stack } from '@mantine/core'
import { useWords } from '../../../words/index.ts'
import type { Role } from './roles-query.ts'
import { words } from './words.ts'

interface Props {
  roles: readonly Role[]
  value: readonly Role['role'][]
  onChange: (roles: Role['role'][]) => void
}

/** The roles that somebody has, ticked. */
export function RoleTicks({ roles, value, onChange }: Props) {
  const say = useWords(words)
  return (
    <Checkbox.Group
      label={say('roles')}
      description={say('rolesHint')}
      value={[...value]}
      onChange={(next) => onChange(next as Role['role'][])}
    >
      <Stack gap={8} mt={8}>
        {roles.map(({ role, name }) => (
          <Checkbox key={role} value={role} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
