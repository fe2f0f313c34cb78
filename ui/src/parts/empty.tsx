import type { ReactNode } from 'react'
import styles from './empty.module.css'

interface Props {
  title: string
  /** What will stand here, and how it comes there. */
  text: string
  /** The first step. */
  action?: ReactNode
}

/** Where nothing is yet: says what will stand here and offers the first step. */
export function Empty({ title, text, action }: Props) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}
