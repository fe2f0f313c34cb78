import { Kbd } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'
import { Dialog } from './dialog.tsx'
import styles from './shortcuts.module.css'

const words = defineWords({
  en: { title: 'Keyboard shortcuts', list: 'Show this list' },
  fr: { title: 'Raccourcis clavier', list: 'Afficher cette liste' },
})

interface Shortcut {
  key: string
  /** What it does, for the list. */
  words: string
  run: () => void
}

const Context = createContext<Map<string, Shortcut> | undefined>(undefined)

/** Keys that do something anywhere but where a person types; `?` lists those that work right now. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const say = useWords(words)
  const { current: shortcuts } = useRef(new Map<string, Shortcut>())
  const [listed, setListed] = useState<Shortcut[]>()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return
      if (event.key === '?') {
        setListed([...shortcuts.values()])
        event.preventDefault()
        return
      }
      // A dialog has the keyboard to itself.
      const found = document.querySelector('[aria-modal="true"]') ? undefined : shortcuts.get(event.key)
      if (found === undefined) return
      event.preventDefault()
      found.run()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [shortcuts])
  return (
    <Context value={shortcuts}>
      {children}
      {listed !== undefined && (
        <Dialog title={say('title')} size="sm" onClose={() => setListed(undefined)}>
          <dl className={styles.list}>
            {[...listed, { key: '?', words: say('list') }].map((shortcut) => (
              <div key={shortcut.key}>
                <dt>
                  <Kbd>{shortcut.key}</Kbd>
                </dt>
                <dd>{shortcut.words}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </Context>
  )
}

/** Gives a key a meaning while the component stands. */
export function useShortcut(key: string, words: string, run: () => void, isOn = true): void {
  const shortcuts = useContext(Context)
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!isOn || shortcuts === undefined) return
    const before = shortcuts.get(key)
    const own = { key, words, run: () => latest.current() }
    shortcuts.set(key, own)
    return () => {
      if (shortcuts.get(key) !== own) return
      if (before === undefined) shortcuts.delete(key)
      else shortcuts.set(key, before)
    }
  }, [key, words, isOn, shortcuts])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
