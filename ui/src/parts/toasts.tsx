import { CloseButton } from '@mantine/core'
import { Check, TriangleAlert } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'
import styles from './toasts.module.css'

const words = defineWords({ en: { close: 'Close' }, fr: { close: 'Fermer' } })

interface Toast {
  tone: 'done' | 'failed'
  text: string
  /** One thing that can be done about it. */
  action?: ReactNode
}

const Context = createContext<((toast: Toast) => void) | undefined>(undefined)
/** Long enough to read twice; a failure stays until it is closed. */
const SHOWN_MS = 6000

/** Short news at the edge of the screen, read out by screen readers. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const say = useWords(words)
  const [toasts, setToasts] = useState<(Toast & { id: string })[]>([])
  const close = useCallback((id: string) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback(
    (toast: Toast) => {
      const id = crypto.randomUUID()
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      if (toast.tone === 'done') setTimeout(() => close(id), SHOWN_MS)
    },
    [close],
  )
  return (
    <Context value={show}>
      {children}
      <div className={styles.place} aria-live="polite">
        {toasts.map(({ id, tone, text, action }) => (
          <div key={id} className={styles.toast} data-tone={tone}>
            {tone === 'done' ? <Check size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
            <p>{text}</p>
            {action}
            <CloseButton size={24} aria-label={say('close')} onClick={() => close(id)} />
          </div>
        ))}
      </div>
    </Context>
  )
}

/** Shows a toast: `toast({ tone: 'done', text })`. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(Context)
  if (show === undefined) throw new Error('There is no ToastProvider around this.')
  return show
}
