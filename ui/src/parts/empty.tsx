import type { ReactNode } from 'react'
import styles from './empty.module.css'

interface Props {
  title: string
  /** What will stand here, and how it comes there. */
  text: string
  /** The first step. */
  action?: ReactNode
  /** It is all there is on the screen, so its title is the screen's. */
  isScreen?: boolean
}

/** Where nothing is yet: says what will stand here and offers the first step. */
export function Empty({ title, text, action, isScreen = false }: Props) {
  const Title = isScreen ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <Title>{title}</Title>
      <p>{text}</p>
      {action}
    </div>
  )
}
