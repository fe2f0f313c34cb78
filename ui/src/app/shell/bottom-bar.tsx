import { UnstyledButton } from '@mantine/core'
import { Menu as MenuIcon } from 'lucide-react'
import { useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useWords } from '../../words/index.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './bottom-bar.module.css'
import { MoreSheet } from './more-sheet.tsx'
import { usePlaces } from './navigation.tsx'
import { NewMenu } from './new-menu.tsx'

/** The places at the bottom of a phone, within reach of a thumb. */
export function BottomBar() {
  const say = useWords(navigationWords)
  const [more, setMore] = useState(false)
  const { pathname } = useLocation()
  const inBar = usePlaces().filter((place) => place.inBar)
  return (
    <nav className={styles.bar} aria-label={say('main')}>
      {inBar.map(({ path, words, icon: Icon, below }) => (
        <NavLink
          key={path}
          className={styles.place}
          data-open={(below !== undefined && pathname.startsWith(path)) || undefined}
          to={below?.[0]?.path ?? path}
          end={path === '/'}
        >
          <Icon size={20} aria-hidden />
          {say(words)}
        </NavLink>
      ))}
      <NewMenu isInBar />
      <UnstyledButton className={styles.place} aria-expanded={more} onClick={() => setMore(true)}>
        <MenuIcon size={20} aria-hidden />
        {say('more')}
      </UnstyledButton>
      {more && <MoreSheet onClose={() => setMore(false)} />}
    </nav>
  )
}
