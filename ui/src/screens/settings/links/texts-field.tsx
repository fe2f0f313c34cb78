import { Textarea } from '@mantine/core'
import { useWords } from '../../../words/index.ts'
import styles from './setting-field.module.css'
import type { Texts } from './setting-kind.ts'
import { words } from './words.ts'

interface Props {
  /** The ids of what names and explains it. */
  named: object
  value: Texts
  /** How many characters each may have. */
  max: number
  onChange: (value: Texts) => void
}

/** A text in each language; one that is empty says nothing. */
export function TextsField({ named, value, max, onChange }: Props) {
  const say = useWords(words)
  return (
    <fieldset className={styles.texts} {...named}>
      {(['en', 'fr'] as const).map((language) => (
        <Textarea
          key={language}
          label={say(`text_${language}`)}
          lang={language}
          autosize
          minRows={2}
          maxLength={max}
          value={value[language] ?? ''}
          onChange={(event) => {
            const text = event.currentTarget.value
            onChange({ ...value, [language]: text.trim() === '' ? null : text })
          }}
        />
      ))}
    </fieldset>
  )
}
