import type { ReactNode } from 'react'
import styles from './section.module.css'

interface Props {
  title: string
  /** What is settled here, in a sentence or two. */
  text?: string
  /** Stands right of the title: the one thing to add, or the way back. */
  actions?: ReactNode
  /** For a table that wants the room. */
  isWide?: boolean
  children: ReactNode
}

/** A section of the settings: its title, what it is about, and its cards below each other. */
export function Section({ title, text, actions, isWide = false, children }: Props) {
  return (
    <div className={styles.section} data-wide={isWide || undefined}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {text !== undefined && <p className={styles.quiet}>{text}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** What belongs together, under a heading. */
export function Card({ title, text, actions, children }: Partial<Omit<Props, 'isWide'>>) {
  return (
    <section className={styles.card}>
      {title !== undefined && (
        <header className={styles.head}>
          <div>
            <h2>{title}</h2>
            {text !== undefined && <p className={styles.quiet}>{text}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
