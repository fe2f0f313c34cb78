import { Button, NativeSelect } from '@mantine/core'
import { api, ask } from '../../../api/client.ts'
import { useKeyset } from '../../../api/keyset.ts'
import type { components } from '../../../api/schema.generated.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { useUrlFilters } from '../../../parts/list/index.ts'
import { Moment } from '../../../parts/moment.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useWords } from '../../../words/index.ts'
import { Card, Section } from '../frame/section.tsx'
import styles from './access.module.css'
import { auditWords, TYPES, verbWords } from './audit-words.ts'

type AuditEvent = components['schemas']['AuditEvent']

const ACTORS = ['staff', 'api_key', 'payer', 'processor', 'system', 'operator'] as const

/** Settings → Audit trail: who did what, by whom and by kind; an event opens to its facts. */
export function Component() {
  const say = useWords(auditWords)
  const sayType = useSayType()
  const filters = useUrlFilters(['type', 'actor'])
  const query = filters.values
  const events = useKeyset<AuditEvent>(['audit_events', query], (starting_after) =>
    ask(
      api.GET('/v1/audit_events', {
        params: {
          query: { ...query, limit: 50, ...(starting_after === undefined ? {} : { starting_after }) },
        },
      }),
    ),
  )
  return (
    <Section title={say('title')} text={say('text')}>
      <Card>
        <search className={styles.filters}>
          <NativeSelect
            label={say('type')}
            value={query.type ?? ''}
            data={[
              { value: '', label: say('anything') },
              ...TYPES.map((value) => ({ value, label: sayType(value) })),
            ]}
            onChange={(event) => filters.set({ type: event.currentTarget.value })}
          />
          <NativeSelect
            label={say('actor')}
            value={query.actor ?? ''}
            data={[
              { value: '', label: say('anybody') },
              ...ACTORS.map((value) => ({ value, label: say(`actor_${value}`) })),
            ]}
            onChange={(event) => filters.set({ actor: event.currentTarget.value })}
          />
        </search>
        <ProblemNote error={events.error} onAgain={events.again} />
        {events.isPending && !events.error && <Lines count={8} />}
        {!events.isPending && events.rows.length === 0 && <p>{say('none')}</p>}
        <ul className={styles.events}>
          {events.rows.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ul>
        {events.hasMore && (
          <Button variant="default" loading={events.isLoadingMore} onClick={events.loadMore}>
            {say('more')}
          </Button>
        )}
      </Card>
    </Section>
  )
}

function EventRow({ event }: { event: AuditEvent }) {
  const say = useWords(auditWords)
  const sayType = useSayType()
  const { at, type, actor, subject, detail } = event
  return (
    <li>
      <details>
        <summary>
          <span className={styles.small}>
            <Moment at={at} />
          </span>
          <span>{sayType(type)}</span>
          <span>{actor.name ?? say(`actor_${actor.type}`)}</span>
        </summary>
        <dl className={styles.detail}>
          <Fact name={say('code')} value={type} />
          <Fact name={say('actor')} value={`${say(`actor_${actor.type}`)} ${actor.id}`} />
          <Fact name={say('subject')} value={`${subject.type} ${subject.id}`} />
          {Object.entries((detail ?? {}) as Record<string, unknown>).map(([name, value]) => (
            <Fact key={name} name={name} value={typeof value === 'string' ? value : JSON.stringify(value)} />
          ))}
        </dl>
      </details>
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** `setting.changed` as *Setting: changed*; what has no words goes by its own name. */
function useSayType(): (type: string) => string {
  const say = useWords(auditWords)
  const sayVerb = useWords(verbWords)
  return (type) => {
    const [subject = '', verb = ''] = type.split('.')
    const noun = `noun_${subject}`
    return `${isNoun(noun) ? say(noun) : subject} · ${isVerb(verb) ? sayVerb(verb) : verb}`
  }
}

function isNoun(key: string): key is keyof typeof auditWords.en {
  return key in auditWords.en
}

function isVerb(key: string): key is keyof typeof verbWords.en {
  return key in verbWords.en
}
