import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineWords, formatDay, useLanguage, useWords } from '../../words/index.ts'
import { Chip } from './chip.tsx'
import styles from './range.module.css'

const words = defineWords({
  en: {
    from: 'From',
    to: 'To',
    show: 'Show',
    between: '{from} to {to}',
    since: 'since {from}',
    until: 'until {to}',
  },
  fr: {
    from: 'Du',
    to: 'Au',
    show: 'Afficher',
    between: 'du {from} au {to}',
    since: 'depuis le {from}',
    until: 'jusqu’au {to}',
  },
})

interface Props {
  name: string
  /** Days, `2026-11-22`. */
  from: string | undefined
  to: string | undefined
  onChange: (from: string | undefined, to: string | undefined) => void
}

/** A chip for a range of days, both ends included. */
export function DayChip({ name, from, to, onChange }: Props) {
  const say = useWords(words)
  const { locale } = useLanguage()
  const day = (text: string) => formatDay(new Date(`${text}T00:00:00Z`), { locale, timeZone: 'UTC' })
  const value =
    from && to
      ? say('between', { from: day(from), to: day(to) })
      : from
        ? say('since', { from: day(from) })
        : to && say('until', { to: day(to) })
  return (
    <Chip name={name} value={value || undefined} onClear={() => onChange(undefined, undefined)}>
      {(close) => (
        <Range
          from={from}
          to={to}
          onShow={(nextFrom, nextTo) => {
            onChange(nextFrom, nextTo)
            close()
          }}
        />
      )}
    </Chip>
  )
}

function Range({
  from = '',
  to = '',
  onShow,
}: {
  from?: string | undefined
  to?: string | undefined
  onShow: (from: string, to: string) => void
}) {
  const say = useWords(words)
  const [own, setOwn] = useState({ from, to })
  return (
    <form
      className={styles.range}
      onSubmit={(event) => {
        event.preventDefault()
        onShow(own.from, own.to)
      }}
    >
      <TextInput
        type="date"
        label={say('from')}
        value={own.from}
        max={own.to || undefined}
        onChange={(event) => setOwn({ ...own, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('to')}
        value={own.to}
        min={own.from || undefined}
        onChange={(event) => setOwn({ ...own, to: event.currentTarget.value })}
      />
      <Button type="submit">{say('show')}</Button>
    </form>
  )
}
