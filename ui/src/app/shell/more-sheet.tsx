import { Modal } from '@mantine/core'
import { Link } from 'react-router'
import { useWords } from '../../words/index.ts'
import { navigationWords } from '../navigation-words.ts'
import styles from './more-sheet.module.css'
import { usePlaces } from './navigation.tsx'
import { PersonPart } from './person-part.tsx'

/** On a phone: the places that have none in the bar, and what belongs to the person. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(navigationWords)
  const places = usePlaces().flatMap(({ below, ...place }) =>
    place.inBar ? (below ?? []) : [place, ...(below ?? [])],
  )
  return (
    <Modal opened onClose={onClose} title={say('more')} fullScreen>
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
    </Modal>
  )
}
