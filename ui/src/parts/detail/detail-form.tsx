import type { ReactNode } from 'react'
import { useHoldWhenTouched } from '../holding.ts'
import styles from './detail.module.css'

/**
 * A form in the place of what is open beside a list. Its fields are checked by the screen, not by the browser; once
 * something is put in, leaving asks first.
 */
export function DetailForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const holding = useHoldWhenTouched()
  return (
    <form
      {...holding}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
