import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../words/index.ts'
import { statementWords } from './statement-words.ts'

const KINDS = ['open_items', 'balance_forward', 'transactions'] as const

/** What a statement shows, of which days. */
export interface StatementShown {
  kind: (typeof KINDS)[number]
  asOf: string
  /** Empty: as its kind begins. */
  from: string
}

/** The same as the API takes it. */
export function shownBody({ kind, asOf, from }: StatementShown) {
  return { kind, as_of: asOf, ...(kind === 'open_items' || from === '' ? {} : { from }) }
}

interface Props {
  shown: StatementShown
  onChange: (shown: StatementShown) => void
}

export function StatementFields({ shown, onChange }: Props) {
  const say = useWords(statementWords)
  const { kind, asOf, from } = shown
  return (
    <>
      <NativeSelect
        label={say('kind')}
        data-autofocus
        value={kind}
        data={KINDS.map((value) => ({ value, label: say(value) }))}
        onChange={(event) => onChange({ ...shown, kind: event.currentTarget.value as typeof kind })}
      />
      <TextInput
        type="date"
        label={say('asOf')}
        value={asOf}
        onChange={(event) => onChange({ ...shown, asOf: event.currentTarget.value })}
      />
      {kind !== 'open_items' && (
        <TextInput
          type="date"
          label={say('from')}
          description={say(kind === 'balance_forward' ? 'fromHint' : 'fromAll')}
          value={from}
          max={asOf}
          onChange={(event) => onChange({ ...shown, from: event.currentTarget.value })}
        />
      )}
    </>
  )
}
