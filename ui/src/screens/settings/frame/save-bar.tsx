import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Confirm } from '../../../parts/confirm.tsx'
import { ProblemNote } from '../../../parts/problem.tsx'
import { defineWords, useWords } from '../../../words/index.ts'
import styles from './save-bar.module.css'

const words = defineWords({
  en: {
    leaveTitle: 'Leave without saving?',
    leaveText: 'What you changed here and did not save is lost.',
    leave: 'Leave without saving',
  },
  fr: {
    leaveTitle: 'Partir sans enregistrer\u00a0?',
    leaveText: 'Ce que vous avez changé ici sans l’enregistrer sera perdu.',
    leave: 'Partir sans enregistrer',
  },
})

interface Props {
  /** What is not saved yet: *2 changes are not saved*. */
  text: string
  /** What saving does: *Save 2 changes*. */
  save: string
  discard: string
  isSaving: boolean
  isDisabled?: boolean
  error: unknown
  onSave: () => void
  onDiscard: () => void
}

/** At the foot of a screen while something is not saved; asks before one leaves without saving. */
export function SaveBar(props: Props) {
  return (
    <div className={styles.bar}>
      <ProblemNote error={props.error} />
      <div className={styles.row}>
        <span aria-live="polite">{props.text}</span>
        <div className={styles.actions}>
          <Button variant="default" disabled={props.isSaving} onClick={props.onDiscard}>
            {props.discard}
          </Button>
          <Button loading={props.isSaving} disabled={props.isDisabled} onClick={props.onSave}>
            {props.save}
          </Button>
        </div>
      </div>
      <AskBeforeLeaving />
    </div>
  )
}

/** While it stands, leaving asks first: inside the dashboard by a dialog, else by the browser's own. */
function AskBeforeLeaving() {
  const say = useWords(words)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return currentLocation.pathname !== nextLocation.pathname
  })
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  if (blocker.state !== 'blocked') return null
  return (
    <Confirm
      title={say('leaveTitle')}
      action={say('leave')}
      isDangerous
      onConfirm={async () => blocker.proceed()}
      onClose={() => blocker.reset?.()}
    >
      <p>{say('leaveText')}</p>
    </Confirm>
  )
}
