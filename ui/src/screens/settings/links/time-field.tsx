import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../words/index.ts'
import styles from './setting-field.module.css'
import { words } from './words.ts'

interface Props {
  /** The ids of what names and explains it. */
  named: object
  value: unknown
  /** Undefined while what stands there is no time. */
  onChange: (value: string | undefined) => void
}

/** A time of day as `18:00`; `9:30` and `18 h` are read too. */
export function TimeField({ named, value, onChange }: Props) {
  const say = useWords(words)
  const [text, setText] = useState(String(value))
  return (
    <TextInput
      {...named}
      className={styles.number}
      autoComplete="off"
      value={text}
      error={readTime(text) === undefined ? say('atTime') : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readTime(event.currentTarget.value))
      }}
    />
  )
}

function readTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})\s*[:h]\s*(\d{2})?\s*$/i.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}
