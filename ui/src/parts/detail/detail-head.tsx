import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { defineWords, useWords } from '../../words/index.ts'
import styles from './detail.module.css'

const words = defineWords({ en: { close: 'Close' }, fr: { close: 'Fermer' } })

interface Props {
  title: string
  subtitle?: ReactNode
  /** Where closing leads; the list's filters are kept. */
  closesTo: string
  children?: ReactNode
}

/** The head of what is open beside a list, with the way back to it. */
export function DetailHead({ title, subtitle, closesTo, children }: Props) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { search } = useLocation()
  return (
    <header className={styles.head}>
      <div>
        <h1>{title}</h1>
        {subtitle && <p className={styles.quiet}>{subtitle}</p>}
      </div>
      <div className={styles.corner}>
        {children}
        <CloseButton aria-label={say('close')} onClick={() => navigate({ pathname: closesTo, search })} />
      </div>
    </header>
  )
}
