import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { defineWords, useWords } from '../../words/index.ts'
import type { Selection } from './selection.ts'
import styles from './selection-bar.module.css'

const words = defineWords({
  en: { selected: '{count, plural, one {# selected} other {# selected}}', none: 'Clear the selection' },
  fr: {
    selected: '{count, plural, one {# sélectionné} other {# sélectionnés}}',
    none: 'Tout désélectionner',
  },
})

interface Props {
  selection: Selection
  /** Buttons that say what they will do to how many: *Remind 4*. */
  children: ReactNode
}

/** Over the foot of a list while rows are ticked. */
export function SelectionBar({ selection, children }: Props) {
  const say = useWords(words)
  if (selection.ids.size === 0) return null
  return (
    <section className={styles.bar} aria-label={say('selected', { count: selection.ids.size })}>
      <CloseButton aria-label={say('none')} onClick={() => selection.set([])} />
      <span aria-live="polite">{say('selected', { count: selection.ids.size })}</span>
      <div className={styles.actions}>{children}</div>
    </section>
  )
}
