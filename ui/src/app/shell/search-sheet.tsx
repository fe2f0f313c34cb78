import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/index.ts'
import { SearchBox } from './search-box.tsx'
import { searchWords } from './search-words.ts'

/** On a phone: the search over all of the screen. */
export function SearchSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(searchWords)
  return (
    <Dialog title={say('label')} isFullScreen onClose={onClose}>
      <SearchBox autoFocus onDone={onClose} />
    </Dialog>
  )
}
