import { UnstyledButton } from '@mantine/core'
import { Menu as MenuIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useWords } from '../../words/index.ts'
import type { Place } from '../navigation.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './bottom-bar.module.css'
import { usePlaces } from './navigation.tsx'
import { NewMenu } from './new-menu.tsx'

const MoreSheet = lazy(async () => ({ default: (await import('./more-sheet.tsx')).MoreSheet }))

/** *New* stands in the middle, where either thumb reaches it. */
const BEFORE_NEW = 2

/** The places at the bottom of a phone, within reach of a thumb. */
export function BottomBar() {
  const say = useWords(navigationWords)
  const [more, setMore] = useState(false)
  const { pathname } = useLocation()
  const inBar = usePlaces().filter((place) => place.inBar)
  const link = ({ path, words, icon: Icon, below }: Place) => (
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
  )
  return (
    <nav className={styles.bar} aria-label={say('main')}>
      {inBar.slice(0, BEFORE_NEW).map(link)}
      <NewMenu isInBar />
      {inBar.slice(BEFORE_NEW).map(link)}
      <UnstyledButton
        className={styles.place}
        aria-haspopup="dialog"
        aria-expanded={more}
        onClick={() => setMore(true)}
      >
        <MenuIcon size={20} aria-hidden />
        {say('more')}
      </UnstyledButton>
      {more && (
        <Suspense>
          <MoreSheet onClose={() => setMore(false)} />
        </Suspense>
      )}
    </nav>
  )
}
