import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Link } from 'react-router'
import { api, ask } from '../../../api/client.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Allowed } from '../../../parts/allowed.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import styles from './templates.module.css'
import { words } from './words.ts'

export type Template = components['schemas']['Template']

const KINDS = ['request', 'confirmation', 'reply', 'reminder'] as const

/** Settings → Templates: the company's own texts, and those that come with the product by what they are for. */
export function Component() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery({
    queryKey: ['templates'],
    queryFn: () => ask(api.GET('/v1/templates')),
  })
  const own = data?.data.filter(({ shipped }) => !shipped) ?? []
  return (
    <Section
      title={say('title')}
      text={say('text')}
      actions={
        <Allowed to="templates.write">
          <Button component={Link} to="/settings/templates/new" leftSection={<Plus size={16} aria-hidden />}>
            {say('new')}
          </Button>
        </Allowed>
      }
    >
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined && !error && <Lines count={8} />}
      {data !== undefined && (
        <>
          <Card title={say('own')}>
            {own.length === 0 ? (
              <p className={styles.quiet}>{say('ownNone')}</p>
            ) : (
              <Templates templates={own} isKindShown />
            )}
          </Card>
          {KINDS.map((kind) => (
            <Shipped
              key={kind}
              kind={kind}
              templates={data.data.filter((each) => each.shipped && each.kind === kind)}
            />
          ))}
        </>
      )}
    </Section>
  )
}

function Shipped({ kind, templates }: { kind: Template['kind']; templates: readonly Template[] }) {
  const say = useWords(words)
  if (templates.length === 0) return null
  return (
    <Card title={say(`kind_${kind}`)} text={say('shipped')}>
      <Templates templates={templates} />
    </Card>
  )
}

function Templates({ templates, isKindShown }: { templates: readonly Template[]; isKindShown?: boolean }) {
  const say = useWords(words)
  return (
    <ul className={styles.list}>
      {templates.map(({ id, name, kind, language, sector }) => (
        <li key={id}>
          <Link to={`/settings/templates/${id}`} lang={language}>
            {name}
          </Link>
          <span>
            {isKindShown && `${say(`kind_${kind}`)} · `}
            {say(`sector_${sector}`)} · {say(`lang_${language}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
