import { Indicator, Popover, UnstyledButton } from '@mantine/core'
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { usePriorities } from '../../api/priorities.ts'
import { PriorityList } from '../../parts/priority-list.tsx'
import { priorityWords } from '../../parts/priority-words.ts'
import { useWords } from '../../words/index.ts'
import styles from './priority-bell.module.css'

/** What waits for somebody to look at it, from every screen. */
export function PriorityBell() {
  const say = useWords(priorityWords)
  const [isOpen, setOpen] = useState(false)
  const count = usePriorities().data?.data.length ?? 0
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.bell}
          aria-label={say('bell', { count })}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
        >
          <Indicator disabled={count === 0} color="var(--attention)" size={8} offset={2}>
            <Bell size={18} aria-hidden />
          </Indicator>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.list}>
        <h2>{say('title')}</h2>
        <PriorityList onOpen={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
