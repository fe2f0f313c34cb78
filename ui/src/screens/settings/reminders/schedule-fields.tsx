import { Checkbox, NativeSelect } from '@mantine/core'
import type { paths } from '../../../api/schema.generated.ts'
import { areDays, DaysField } from '../../../parts/reminders/days.tsx'
import { useWords } from '../../../words/index.ts'
import { Card } from '../frame/section.tsx'
import styles from './reminders.module.css'
import { words } from './words.ts'

type Kept = paths['/v1/reminder_schedule']['get']['responses'][200]['content']['application/json']
export type Schedule = Omit<Kept, 'object'>

/** Whether the API takes it. */
export function isWhole({ offsets, quiet_hours: quiet }: Schedule): boolean {
  return areDays(offsets) && (quiet === null || quiet.from !== quiet.until)
}

const FIRST_QUIET = { from: '20:00', until: '08:00' }
const MOST = Array.from({ length: 12 }, (_, index) => String(index + 1))

interface Props {
  draft: Schedule
  mayChange: boolean
  onChange: (changes: Partial<Schedule>) => void
}

/** The schedule's own fields. */
export function ScheduleFields({ draft, mayChange, onChange }: Props) {
  const say = useWords(words)
  const quiet = draft.quiet_hours
  return (
    <Card title={say('schedule')} text={say('scheduleText')}>
      {!mayChange && <p>{say('notYours')}</p>}
      <DaysField
        label={say('days')}
        value={draft.offsets}
        isReadOnly={!mayChange}
        onChange={(offsets) => onChange({ offsets })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={say('time')}
          disabled={!mayChange}
          data={timesWith(draft.time)}
          value={draft.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('most')}
          disabled={!mayChange}
          data={MOST}
          value={String(draft.most)}
          onChange={(event) => onChange({ most: Number(event.currentTarget.value) })}
        />
      </div>
      <Checkbox
        label={say('business')}
        description={say('businessHint')}
        disabled={!mayChange}
        checked={draft.business_days}
        onChange={(event) => onChange({ business_days: event.currentTarget.checked })}
      />
      <Checkbox
        label={say('quiet')}
        description={say('quietHint')}
        disabled={!mayChange}
        checked={quiet !== null}
        onChange={(event) => onChange({ quiet_hours: event.currentTarget.checked ? FIRST_QUIET : null })}
      />
      {quiet !== null && (
        <div className={styles.pair}>
          <NativeSelect
            label={say('quietFrom')}
            disabled={!mayChange}
            data={timesWith(quiet.from)}
            value={quiet.from}
            onChange={(event) => onChange({ quiet_hours: { ...quiet, from: event.currentTarget.value } })}
          />
          <NativeSelect
            label={say('quietUntil')}
            disabled={!mayChange}
            data={timesWith(quiet.until)}
            value={quiet.until}
            error={quiet.from === quiet.until && say('sameHours')}
            onChange={(event) => onChange({ quiet_hours: { ...quiet, until: event.currentTarget.value } })}
          />
        </div>
      )}
    </Card>
  )
}

const HALF_HOURS = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
)

/** Every half hour, and another minute where the API was told one. */
function timesWith(own: string): string[] {
  return HALF_HOURS.includes(own) ? HALF_HOURS : [...HALF_HOURS, own].sort()
}
