import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { defineWords, useWords } from '../words/index.ts'

const words = defineWords({
  en: { show: 'Show what is typed' },
  fr: { show: 'Afficher la saisie' },
})

/** A field for a password, whose eye is also reached by keyboard. */
export function PasswordField(props: PasswordInputProps) {
  const say = useWords(words)
  return <PasswordInput {...props} visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': say('show') }} />
}
