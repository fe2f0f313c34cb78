import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../words/index.ts'
import { givenWords } from './given-words.ts'

const WAYS = ['cheque', 'cash', 'wire', 'other'] as const

/** How somebody gave money back: the way, the day, `2026-11-30`, and the cheque's number or the like. */
export interface Given {
  way: (typeof WAYS)[number]
  day: string
  reference: string
}

/** Asks how money was given back by hand. */
export function GivenFields({ given, onChange }: { given: Given; onChange: (given: Given) => void }) {
  const say = useWords(givenWords)
  return (
    <>
      <NativeSelect
        label={say('way')}
        data={WAYS.map((value) => ({ value, label: say(value) }))}
        value={given.way}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...given, way: WAYS.find((way) => way === value) ?? given.way })
        }
      />
      <TextInput
        type="date"
        required
        label={say('day')}
        value={given.day}
        onChange={({ currentTarget: { value } }) => onChange({ ...given, day: value })}
      />
      <TextInput
        label={say('reference')}
        maxLength={500}
        value={given.reference}
        onChange={({ currentTarget: { value } }) => onChange({ ...given, reference: value })}
      />
    </>
  )
}
