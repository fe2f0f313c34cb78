import { UnstyledButton } from '@mantine/core'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/index.ts'
import styles from './priority-bell.module.css'
import { SearchBox } from './search-box.tsx'
import { searchWords } from './search-words.ts'

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
        <Dialog title={say('label')} isFullScreen onClose={() => setOpen(false)}>
          <SearchBox autoFocus onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}
