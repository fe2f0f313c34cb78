import { PasswordField } from '../../parts/password-field.tsx'
import { useWords } from '../../words/index.ts'
import { words } from './words.ts'

const MIN_PASSWORD_LENGTH = 12

interface Props {
  value: string
  onChange: (password: string) => void
}

/** The field for a password that is chosen now. */
export function NewPassword({ value, onChange }: Props) {
  const say = useWords(words)
  return (
    <PasswordField
      label={say('newPassword')}
      description={say('passwordHint')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={MIN_PASSWORD_LENGTH}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
