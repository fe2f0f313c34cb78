import { Kbd } from '@mantine/core'
import { defineWords, useWords } from '../words/index.ts'
import { Dialog } from './dialog.tsx'
import styles from './shortcuts.module.css'
import type { Shortcut } from './shortcuts.tsx'

const words = defineWords({
  en: { title: 'Keyboard shortcuts', list: 'Show this list', escape: 'Esc' },
  fr: { title: 'Raccourcis clavier', list: 'Afficher cette liste', escape: 'Échap' },
})

/** The keys that work right now. */
export function ShortcutList({
  shortcuts,
  onClose,
}: {
  shortcuts: readonly Shortcut[]
  onClose: () => void
}) {
  const say = useWords(words)
  return (
    <Dialog title={say('title')} size="sm" onClose={onClose}>
      <dl className={styles.list}>
        {[...shortcuts, { key: '?', words: say('list') }].map((shortcut) => (
          <div key={shortcut.key}>
            <dt>
              <Kbd>{shortcut.key === 'Escape' ? say('escape') : shortcut.key}</Kbd>
            </dt>
            <dd>{shortcut.words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
