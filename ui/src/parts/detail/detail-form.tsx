import type { ReactNode } from 'react'
import styles from './detail.module.css'

/** A form in the place of what is open beside a list. Its fields are checked by the screen, not by the browser. */
export function DetailForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
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
