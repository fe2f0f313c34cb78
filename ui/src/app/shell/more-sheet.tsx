import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/index.ts'
import type { Place } from '../navigation.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './more-sheet.module.css'
import { usePlaces } from './navigation.tsx'
import { PersonPart } from './person-part.tsx'

/** On a phone: the navigation in its groups, less what the bar shows itself, and what belongs to the person. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(navigationWords)
  const places = usePlaces().filter(({ below, inBar }) => !inBar || (below ?? []).length > 1)
  return (
    <Dialog title={say('more')} onClose={onClose} isFullScreen>
      <nav className={styles.groups} aria-label={say('more')}>
        {places.map((place) => (
          <Group key={place.path} place={place}>
            {(place.below ?? [place]).map(({ path, words }) => (
              <li key={path}>
                <NavLink to={path} end={path === place.path} onClick={onClose}>
                  {say(words)}
                </NavLink>
              </li>
            ))}
          </Group>
        ))}
      </nav>
      <div className={styles.person}>
        <PersonPart onDone={onClose} />
      </div>
    </Dialog>
  )
}

/** A place with others below it is a heading; one without is a line by itself. */
function Group({ place: { words, icon: Icon, below }, children }: { place: Place; children: ReactNode }) {
  const say = useWords(navigationWords)
  return (
    <section className={styles.group} data-alone={below === undefined || undefined}>
      <Icon size={18} aria-hidden />
      <div>
        {below !== undefined && <h2>{say(words)}</h2>}
        <ul>{children}</ul>
      </div>
    </section>
  )
}
