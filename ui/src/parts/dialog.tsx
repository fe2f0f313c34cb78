import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'
import styles from './dialog.module.css'
import { useHold, useMayLeave } from './holding.ts'
import { useIsTopDialog } from './top-dialog.ts'

const words = defineWords({ en: { close: 'Close' }, fr: { close: 'Fermer' } })

interface Props {
  title: string
  /** Without it the dialog stays until what it asks is done. */
  onClose?: (() => void) | undefined
  /** Something is under way that a click beside it must not hide. */
  isBusy?: boolean
  /** Something was typed that closing would lose: Escape, the cross and a click beside ask first. */
  isUnsaved?: boolean
  size?: 'sm' | 'md' | 'lg'
  isFullScreen?: boolean
  children: ReactNode
}

/** A dialog over the screen: it has the keyboard, Escape closes it, and the focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  isBusy = false,
  isUnsaved = false,
  size = 'md',
  isFullScreen = false,
  children,
}: Props) {
  const say = useWords(words)
  useFocusBack()
  const isTop = useIsTopDialog()
  const mayLeave = useMayLeave()
  useHold(isUnsaved)
  const canClose = onClose !== undefined && !isBusy && isTop
  const close = async () => {
    if (!isUnsaved || (await mayLeave())) onClose?.()
  }
  return (
    <Modal.Root
      opened
      size={size}
      fullScreen={isFullScreen}
      closeOnEscape={canClose}
      closeOnClickOutside={canClose}
      onClose={() => void close()}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title component="h1">{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={say('close')} disabled={isBusy} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface Opener {
  element: Element | null
  /** Of the dialog that this one was opened from, or whose place it took. */
  before: Opener | undefined
}

let latest: Opener | undefined

function openedNow(): Opener {
  const element = document.activeElement
  latest = { element, before: element?.closest('[role="dialog"]') ? latest : undefined }
  return latest
}

/** Mantine gives the focus back only to dialogs that are closed before they are taken away; ours just go. */
function useFocusBack(): void {
  const [opener] = useState(openedNow)
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      for (let at: Opener | undefined = opener; isLost && at !== undefined; at = at.before) {
        if (!(at.element instanceof HTMLElement) || !at.element.isConnected) continue
        at.element.focus({ preventScroll: true })
        return
      }
    },
    [opener],
  )
}
