import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Section } from '../frame/section.tsx'
import { EditTemplate } from './edit-template.tsx'
import { words } from './words.ts'

/** One template: read, changed, copied or written anew (`/new`, with `?copy_of=`). */
export function Component() {
  const say = useWords(words)
  const { id } = useParams()
  const [search] = useSearchParams()
  const { company } = useSession()
  const source = id ?? search.get('copy_of')
  const { data, error, refetch } = useQuery({
    queryKey: ['templates', source],
    queryFn: () => ask(api.GET('/v1/templates/{id}', { params: { path: { id: source ?? '' } } })),
    enabled: source !== null,
  })
  const isCopy = id === undefined
  const back = (
    <Anchor component={Link} to="/settings/templates">
      {say('back')}
    </Anchor>
  )
  if (source !== null && data === undefined) {
    return (
      <Section title={error ? say('title') : ''} actions={back}>
        {error ? <ProblemNote error={error} onAgain={() => refetch()} /> : <Lines count={8} />}
      </Section>
    )
  }
  const empty = { kind: 'request' as const, language: company.language, sector: 'general' as const }
  const start = data ?? { ...empty, name: '', subject: null, body: '' }
  return (
    <Section title={isCopy ? say('newTitle') : start.name} actions={back}>
      <EditTemplate
        key={`${source} ${isCopy}`}
        existing={isCopy ? undefined : data}
        start={
          isCopy && data
            ? { ...start, kind: sendable(start.kind), name: say('copyOf', { name: start.name }) }
            : start
        }
      />
    </Section>
  )
}

/** The text of reminders is the product's own; a copy of it is a saved reply. */
function sendable(kind: 'request' | 'confirmation' | 'reply' | 'reminder') {
  return kind === 'reminder' ? 'reply' : kind
}
