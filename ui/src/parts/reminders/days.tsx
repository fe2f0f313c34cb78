import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../words/index.ts'
import { reminderWords } from './words.ts'

/** Says a step by its days after the due day: `3 days before it is due`. */
export function useSayStep(): (offset: number) => string {
  const say = useWords(reminderWords)
  return (offset) =>
    offset === 0 ? say('due') : say(offset < 0 ? 'before' : 'after', { days: Math.abs(offset) })
}

interface Props {
  label: string
  /** Days after the due day, below zero before it. */
  value: readonly number[]
  isReadOnly?: boolean
  onChange: (value: number[]) => void
}

const MOST = 12

/** Whether a schedule may have these days. */
export function areDays(value: readonly number[]): boolean {
  return value.length > 0 && new Set(value).size === value.length
}

/** The days on which one is reminded, one below the other: how many, and before or after the invoice is due. */
export function DaysField({ label, value, isReadOnly = false, onChange }: Props) {
  const say = useWords(reminderWords)
  const sayStep = useSayStep()
  const set = (index: number, offset: number) =>
    onChange(value.map((each, at) => (at === index ? offset : each)))
  return (
    <fieldset data-reminder-days disabled={isReadOnly}>
      <legend>{label}</legend>
      {value.map((offset, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands at its place, and has no other name
        <div key={index} data-reminder-day>
          <TextInput
            type="number"
            aria-label={say('count')}
            min={0}
            max={isBefore(offset) ? 60 : 365}
            value={String(Math.abs(offset))}
            onChange={(event) => {
              const days = Math.min(365, Math.max(0, Math.trunc(Number(event.currentTarget.value))))
              set(index, isBefore(offset) ? -Math.min(60, days) : days)
            }}
          />
          <NativeSelect
            aria-label={say('when')}
            data={[
              { value: 'before', label: say('whenBefore') },
              { value: 'after', label: say('whenAfter') },
            ]}
            value={isBefore(offset) ? 'before' : 'after'}
            onChange={(event) => {
              const days = Math.abs(offset)
              set(index, event.currentTarget.value === 'before' ? -Math.min(60, days) : days)
            }}
          />
          {value.length > 1 && (
            <ActionIcon
              variant="subtle"
              aria-label={say('remove', { step: sayStep(offset) })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!areDays(value) && <p role="alert">{say('twice')}</p>}
      {value.length < MOST && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => onChange([...value, Math.max(0, ...value) + 7])}
          >
            {say('add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** Minus nought stands for *before* while one types. */
function isBefore(offset: number): boolean {
  return offset < 0 || Object.is(offset, -0)
}
