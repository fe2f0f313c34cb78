import { ActionIcon } from '@mantine/core'
import { Download } from 'lucide-react'
import { defineWords, useWords } from '../../words/index.ts'

const words = defineWords({
  en: { export: 'Export as CSV what is listed' },
  fr: { export: 'Exporter en CSV ce qui est affiché' },
})

interface Props {
  /** Of the list: `/v1/customers`. */
  path: string
  /** The list's filters as the API takes them. */
  query: Readonly<Record<string, string | number | boolean | undefined>>
}

/** Downloads all that a list's filters show, as a CSV file. */
export function ExportLink({ path, query }: Props) {
  const say = useWords(words)
  const asked = new URLSearchParams({ format: 'csv' })
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value))
  return (
    <ActionIcon
      component="a"
      href={`${path}?${asked}`}
      download
      variant="default"
      size={36}
      aria-label={say('export')}
      title={say('export')}
    >
      <Download size={16} aria-hidden />
    </ActionIcon>
  )
}
