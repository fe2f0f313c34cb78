import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { detailedWords } from './detailed-words.ts'

/** Chooses a template for the mail, by its name in the screen's language; it is sent in the customer's. */
export function TemplateField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const say = useWords(detailedWords)
  const { language } = useLanguage()
  const mayRead = useMay('templates.read')
  const { data } = useQuery({
    queryKey: ['templates', 'request', language],
    queryFn: () =>
      ask(api.GET('/v1/templates', { params: { query: { kind: 'request' as const, language } } })),
    enabled: mayRead,
  })
  if (!mayRead) return null
  return (
    <Select
      label={say('template')}
      allowDeselect={false}
      data={[
        { value: '', label: say('templateNone') },
        ...(data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
