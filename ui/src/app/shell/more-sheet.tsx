import { Link } from 'react-router'
import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/index.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './more-sheet.module.css'
import { usePlaces } from './navigation.tsx'
import { PersonPart } from './person-part.tsx'

/** On a phone: the places that have none in the bar, and what belongs to the person. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(navigationWords)
  const places = usePlaces().flatMap(({ below, ...place }) =>
    place.inBar ? (below ?? []) : [place, ...(below ?? []).filter(({ path }) => path !== place.path)],
  )
  return (
    <Dialog title={say('more')} onClose={onClose} isFullScreen>
      <ul className={styles.list}>
        {places.map(({ path, words }) => (
          <li key={path}>
            <Link to={path} onClick={onClose}>
              {say(words)}
            </Link>
          </li>
        ))}
      </ul>
      <PersonPart onDone={onClose} />
    </Dialog>
  )
}
