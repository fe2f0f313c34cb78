import { UnstyledButton } from '@mantine/core'
import { Search } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../words/index.ts'
import styles from './priority-bell.module.css'
import { searchWords } from './search-words.ts'

const SearchSheet = lazy(async () => ({ default: (await import('./search-sheet.tsx')).SearchSheet }))

/** On a phone: search in a place of its own. */
export function SearchButton() {
  const say = useWords(searchWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <UnstyledButton className={styles.bell} aria-label={say('label')} onClick={() => setOpen(true)}>
        <Search size={18} aria-hidden />
      </UnstyledButton>
      {isOpen && (
        <Suspense>
          <SearchSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
