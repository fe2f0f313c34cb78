import { Button } from '@mantine/core'
import { useHold } from '../../../parts/holding.ts'
import { ProblemNote } from '../../../parts/problem.tsx'
import styles from './save-bar.module.css'

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
  useHold(true)
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
    </div>
  )
}
