import { NavLink, useLocation } from 'react-router'
import { useSession } from '../../api/session.ts'
import { useWords } from '../../words/index.ts'
import { PLACES, type Place } from '../navigation.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './navigation.module.css'

/** The places on the left, where the screen is wide. */
export function Navigation() {
  const say = useWords(navigationWords)
  const places = usePlaces()
  const { pathname } = useLocation()
  return (
    <nav className={styles.nav} aria-label={say('main')}>
      <ul>
        {places.map(({ path, words, icon: Icon, below }) => (
          <li key={path}>
            <NavLink
              className={styles.place}
              data-group={below !== undefined || undefined}
              to={below?.[0]?.path ?? path}
              end={path === '/'}
            >
              <Icon size={18} aria-hidden />
              {say(words)}
            </NavLink>
            {below !== undefined && pathname.startsWith(path) && (
              <ul className={styles.below}>
                {below.map((each) => (
                  <li key={each.path}>
                    <NavLink className={styles.place} to={each.path} end={each.path === path}>
                      {say(each.words)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The places that the role of whoever is signed in may see. */
export function usePlaces(): readonly Place[] {
  const { permissions } = useSession()
  const may = ({ permission }: Pick<Place, 'permission'>) =>
    permission === undefined || permissions.includes(permission)
  return PLACES.flatMap((place) => {
    if (!may(place)) return []
    if (place.below === undefined) return [place]
    const below = place.below.filter(may)
    return below.length === 0 ? [] : [{ ...place, below }]
  })
}
