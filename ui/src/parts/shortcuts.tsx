import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useRef, useState } from 'react'

const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }))

export interface Shortcut {
  key: string
  /** What it does, for the list. */
  words: string
  run: () => void
}

const Context = createContext<Map<string, Shortcut> | undefined>(undefined)

/** Keys that do something anywhere but where a person types; `?` lists those that work right now. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
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
      const found = hasOwnKeys(event.target) ? undefined : shortcuts.get(event.key)
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
        <Suspense>
          <ShortcutList shortcuts={listed} onClose={() => setListed(undefined)} />
        </Suspense>
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
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/**
 * A dialog, a menu or a list of choices has the keyboard to itself: also the key that closes it, which took it away
 * from the screen before this is asked.
 */
function hasOwnKeys(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"]') !== null) return true
  const own = '[aria-modal="true"], [role="dialog"], [role="menu"], [role="listbox"]'
  return target instanceof Element && target.closest(own) !== null
}
