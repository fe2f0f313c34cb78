import type { ReactNode } from 'react'
import styles from './detail.module.css'

interface PartProps {
  title: string
  /** What can be done with it, at the right of its title. */
  action?: ReactNode
  children: ReactNode
}

/** One part of what is open, in a frame of its own. */
export function Part({ title, action, children }: PartProps) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** Names and what they stand for, in lines. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

/** One of them; left out where there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
