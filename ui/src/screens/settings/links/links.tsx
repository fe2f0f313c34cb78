import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card, Section } from '../frame/section.tsx'
import { grouped } from './groups.ts'
import { useLastChanges } from './last-changes.ts'
import { Presets } from './presets.tsx'
import { SettingField } from './setting-field.tsx'
import { isSame, type Setting } from './setting-kind.ts'
import { words } from './words.ts'

/** Settings → Links and requests: every setting of how money is asked for, and presets that set many at once. */
export function Component() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: () => ask(api.GET('/v1/settings')),
  })
  return (
    <Section title={say('title')} text={say('text')}>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? !error && <Lines count={8} /> : <Settings settings={data.data} />}
    </Section>
  )
}

function Settings({ settings }: { settings: readonly Setting[] }) {
  const say = useWords(words)
  const mayChange = useMay('settings.write')
  const toast = useToast()
  const queries = useQueryClient()
  const lastChanges = useLastChanges()
  /** What was changed and not saved; undefined for what no setting takes. */
  const [drafts, setDrafts] = useState<ReadonlyMap<string, unknown>>(new Map())
  const changes = settings.filter(({ key, value }) => drafts.has(key) && !isSame(drafts.get(key), value))
  const saving = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/v1/settings', {
          body: Object.fromEntries(changes.map(({ key }) => [key, drafts.get(key)])),
        }),
      ),
    onSuccess: async (saved) => {
      await keepSaved(queries, ['settings'], saved)
      toast({ tone: 'done', text: say('saved', { count: changes.length }) })
      void queries.invalidateQueries({ queryKey: ['settings', 'changes'] })
      void queries.invalidateQueries({ queryKey: ['methods'] })
      setDrafts(new Map())
    },
  })
  return (
    <>
      {mayChange ? <Presets settings={settings} isDisabled={changes.length > 0} /> : <p>{say('notYours')}</p>}
      {grouped(settings).map((group) => (
        <Card key={group.id} title={say(`group_${group.id}`)}>
          {group.settings.map((setting) => (
            <SettingField
              key={setting.key}
              setting={setting}
              value={drafts.has(setting.key) ? drafts.get(setting.key) : setting.value}
              mayChange={mayChange}
              last={lastChanges.get(setting.key)}
              onChange={(value) => setDrafts(new Map(drafts).set(setting.key, value))}
            />
          ))}
        </Card>
      ))}
      {changes.length > 0 && (
        <SaveBar
          text={say('unsaved', { count: changes.length })}
          save={say('save', { count: changes.length })}
          discard={say('discard')}
          isSaving={saving.isPending}
          isDisabled={changes.some(({ key }) => !isTaken(drafts.get(key)))}
          error={saving.error}
          onSave={() => saving.mutate()}
          onDiscard={() => {
            setDrafts(new Map())
            saving.reset()
          }}
        />
      )}
    </>
  )
}

/** Whether what stands in a field can be sent: a number within its bounds, a set that is not empty. */
function isTaken(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}
