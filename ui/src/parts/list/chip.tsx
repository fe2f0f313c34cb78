import { Popover, UnstyledButton } from '@mantine/core'
import { ChevronDown, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { defineWords, useWords } from '../../words/index.ts'
import styles from './chip.module.css'

const words = defineWords({
  en: { clear: 'Take “{name}” away' },
  fr: { clear: 'Retirer «\u00a0{name}\u00a0»' },
})

interface Props {
  /** What it filters by, while it does not: *Status*. */
  name: string
  /** What it filters by now, as a part of a sentence: *unpaid*. */
  value?: string | undefined
  onClear: () => void
  /** What is offered; `close` when one was chosen. */
  children: (close: () => void) => ReactNode
}

/** One filter of a list. Set chips read together as a sentence: unpaid · over 30 days · Café. */
export function Chip({ name, value, onClear, children }: Props) {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.chip} data-set={value !== undefined || undefined}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={styles.face} aria-haspopup="dialog" onClick={() => setOpen(!isOpen)}>
            {value === undefined ? name : <span title={name}>{value}</span>}
            {value === undefined && <ChevronDown size={14} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={8}>{children(() => setOpen(false))}</Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <UnstyledButton className={styles.clear} aria-label={say('clear', { name: value })} onClick={onClear}>
          <X size={14} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  )
}

interface Choice {
  value: string
  label: string
}

/** A chip that offers one of several. */
export function ChoiceChip({
  name,
  choices,
  value,
  onChange,
}: {
  name: string
  choices: readonly Choice[]
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  return (
    <Chip
      name={name}
      value={choices.find((choice) => choice.value === value)?.label}
      onClear={() => onChange(undefined)}
    >
      {(close) => (
        <ul className={styles.choices}>
          {choices.map((choice) => (
            <li key={choice.value}>
              <UnstyledButton
                className={styles.choice}
                aria-pressed={choice.value === value}
                onClick={() => {
                  onChange(choice.value)
                  close()
                }}
              >
                {choice.label}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Chip>
  )
}
