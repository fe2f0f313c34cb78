import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../api/client.ts'
import { keepSaved } from '../../../api/keep-saved.ts'
import { useMay } from '../../../api/session.ts'
import { Lines } from '../../../parts/after-a-while.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { useToast } from '../../../parts/toasts.tsx'
import { useWords } from '../../../words/index.ts'
import { SaveBar } from '../frame/save-bar.tsx'
import { Card, Section } from '../frame/section.tsx'
import { Preview } from './preview.tsx'
import styles from './reminders.module.css'
import { isWhole, type Schedule, ScheduleFields } from './schedule-fields.tsx'
import { words } from './words.ts'

/** Settings → Reminders: the schedule, what it would do, and whether it does. */
export function Component() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery({
    queryKey: ['reminder_schedule'],
    queryFn: () => ask(api.GET('/v1/reminder_schedule')),
  })
  return (
    <Section title={say('title')} text={say('text')} isWide>
      <ProblemNote error={error} onAgain={() => refetch()} />
      {data === undefined ? !error && <Lines count={8} /> : <Form kept={data} />}
    </Section>
  )
}

function Form({ kept: { object: _, ...kept } }: { kept: Schedule & { object: string } }) {
  const say = useWords(words)
  const mayChange = useMay('settings.write')
  const maySee = useMay('invoices.read')
  const toast = useToast()
  const queries = useQueryClient()
  const [changes, setChanges] = useState<Partial<Schedule>>({})
  const [isSwitching, setSwitching] = useState(false)
  const draft = { ...kept, ...changes }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept)
  const save = async (body: Schedule, done: string) => {
    const saved = await ask(api.PUT('/v1/reminder_schedule', { body }))
    await keepSaved(queries, ['reminder_schedule'], saved)
    toast({ tone: 'done', text: done })
    setChanges({})
  }
  const saving = useMutation({ mutationFn: () => save(draft, say('saved')) })
  const { enabled } = kept
  const word = enabled ? 'Off' : 'On'
  return (
    <>
      <Card>
        <div className={styles.standing}>
          <p>{say(enabled ? 'isOn' : 'isOff')}</p>
          {mayChange && (
            <Button
              variant={enabled ? 'default' : 'filled'}
              disabled={!isWhole(draft)}
              onClick={() => setSwitching(true)}
            >
              {say(`switch${word}`)}
            </Button>
          )}
        </div>
      </Card>
      <ScheduleFields
        draft={draft}
        mayChange={mayChange}
        onChange={(more) => setChanges({ ...changes, ...more })}
      />
      {maySee && <Preview draft={draft} />}
      {isSwitching && (
        <Confirm
          title={say(enabled ? 'offTitle' : 'onTitle')}
          action={say(`switch${word}`)}
          onConfirm={() => save({ ...draft, enabled: !enabled }, say(`switched${word}`))}
          onClose={() => setSwitching(false)}
        >
          <p>{say(enabled ? 'offText' : 'onText')}</p>
        </Confirm>
      )}
      {isChanged && (
        <SaveBar
          text={say('unsaved')}
          save={say('save')}
          discard={say('discard')}
          isSaving={saving.isPending}
          isDisabled={!isWhole(draft)}
          error={saving.error}
          onSave={() => saving.mutate()}
          onDiscard={() => {
            setChanges({})
            saving.reset()
          }}
        />
      )}
    </>
  )
}
