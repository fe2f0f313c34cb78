import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { defineWords, useWords } from '../../words/index.ts'

const words = defineWords({ en: { clear: 'Clear the search' }, fr: { clear: 'Effacer la recherche' } })
const TYPING_MS = 250

interface Props {
  label: string
  value: string
  onSearch: (text: string) => void
}

/** Searches a list a moment after the person stops typing. */
export function SearchField({ label, value, onSearch }: Props) {
  const say = useWords(words)
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onSearch, TYPING_MS)
  useEffect(() => setText(value), [value])
  const change = (next: string) => {
    setText(next)
    search(next.trim())
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        text !== '' && <CloseButton size={24} aria-label={say('clear')} onClick={() => change('')} />
      }
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
