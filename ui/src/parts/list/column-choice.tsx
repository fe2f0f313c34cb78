import { ActionIcon, Checkbox, Popover } from '@mantine/core'
import { Columns3 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { defineWords, useWords } from '../../words/index.ts'
import styles from './column-choice.module.css'
import type { Column } from './list.tsx'

const words = defineWords({
  en: { columns: 'Columns', of: 'Shown in the list' },
  fr: { columns: 'Colonnes', of: 'Affichées dans la liste' },
})

interface Chosen<Row> {
  shown: readonly Column<Row>[]
  /** For `<ListScreen columnChoice>`. */
  choice: ReactNode
}

/** Which columns of a list are shown, kept in this browser under the list's name. The first, by which a row opens, always is. */
export function useColumnChoice<Row>(list: string, columns: readonly Column<Row>[]): Chosen<Row> {
  const keptAs = `quittance-columns-${list}`
  const [hidden, setHidden] = useState(() => (localStorage.getItem(keptAs) ?? '').split(' '))
  const toggle = (id: string) => {
    const next = hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id]
    localStorage.setItem(keptAs, next.join(' ').trim())
    setHidden(next)
  }
  return {
    shown: columns.filter(({ id }, at) => at === 0 || !hidden.includes(id)),
    choice: <ColumnChoice columns={columns.slice(1)} hidden={hidden} onToggle={toggle} />,
  }
}

interface Props {
  columns: readonly Pick<Column<never>, 'id' | 'title'>[]
  hidden: readonly string[]
  onToggle: (id: string) => void
}

function ColumnChoice({ columns, hidden, onToggle }: Props) {
  const say = useWords(words)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={32} aria-label={say('columns')} title={say('columns')}>
          <Columns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles.columns}>
          <legend>{say('of')}</legend>
          {columns.map(({ id, title }) => (
            <Checkbox key={id} label={title} checked={!hidden.includes(id)} onChange={() => onToggle(id)} />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
