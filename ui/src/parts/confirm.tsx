import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { defineWords, useWords } from '../words/index.ts'
import styles from './confirm.module.css'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem.tsx'

const words = defineWords({ en: { cancel: 'Not now' }, fr: { cancel: 'Pas maintenant' } })

interface Props {
  title: string
  /** What will happen, to how much and whether it can be undone; fields too, where something is asked. */
  children: ReactNode
  /** Named by what it does and for how much: `Refund $20.00`. */
  action: string
  isDangerous?: boolean
  isDisabled?: boolean
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Asks before something that cannot be taken back. It stays open, with the reason, while it does not work. */
export function Confirm({ title, children, action, isDangerous, isDisabled, onConfirm, onClose }: Props) {
  const say = useWords(words)
  const [isTyped, setTyped] = useState(false)
  const doing = useMutation({ mutationFn: onConfirm, onSuccess: onClose })
  return (
    <Dialog title={title} onClose={onClose} isBusy={doing.isPending} isUnsaved={isTyped}>
      <form
        className={styles.form}
        onInput={({ target }) => isText(target) && setTyped(true)}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDisabled && !doing.isPending) doing.mutate()
        }}
      >
        {children}
        <ProblemNote error={doing.error} />
        <div className={styles.foot}>
          <Button variant="default" onClick={onClose} disabled={doing.isPending}>
            {say('cancel')}
          </Button>
          <Button
            type="submit"
            color={isDangerous ? 'danger' : undefined}
            loading={doing.isPending}
            disabled={isDisabled}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Ticks are put again in a moment, and a password is not to be kept; what was written is work. */
function isText(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'password'].includes(target.type))
  )
}
