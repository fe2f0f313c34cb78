import { Popover, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronDown } from 'lucide-react'
import { Link } from 'react-router'
import { useSession } from '../../api/session.ts'
import { Allowed } from '../../parts/allowed.tsx'
import { useWords } from '../../words/index.ts'
import { NewMenu } from './new-menu.tsx'
import { PersonPart } from './person-part.tsx'
import { PriorityBell } from './priority-bell.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchButton } from './search-button.tsx'
import { shellWords } from './shell-words.ts'
import styles from './top-bar.module.css'

/** The bar at the top: the company, search, *New*, and the person. */
export function TopBar() {
  const say = useWords(shellWords)
  const { company, user } = useSession()
  const isPhone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.company}>
        <img src="/dashboard/icon.svg" alt="" width={24} height={24} />
        <span>{company.name}</span>
      </Link>
      <div className={styles.middle}>
        <Allowed to="customers.read">{isPhone ? null : <SearchBox />}</Allowed>
      </div>
      <Allowed to="customers.read">{isPhone && <SearchButton />}</Allowed>
      <div className={styles.wide}>
        <NewMenu />
      </div>
      <Allowed to="requests.read">
        <PriorityBell />
      </Allowed>
      <Popover position="bottom-end" width={288} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <UnstyledButton className={styles.person} aria-label={say('person', { name: user.name })}>
            <span className={styles.initials} data-initials={initialsOf(user.name)} />
            <ChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <PersonPart />
        </Popover.Dropdown>
      </Popover>
    </header>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
