import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../words/index.ts'
import styles from './outside-page.module.css'

/** Around the screens of whoever is not signed in: one narrow column, and the other language. */
export function OutsidePage({ title, children }: { title: string; children: ReactNode }) {
  const { language, chooseLanguage } = useLanguage()
  const other = language === 'en' ? 'fr' : 'en'
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <img src="/dashboard/icon.svg" alt="" width={28} height={28} />
          Quittance
        </span>
        <UnstyledButton lang={other} className={styles.language} onClick={() => chooseLanguage(other)}>
          {other === 'fr' ? 'Français' : 'English'}
        </UnstyledButton>
      </header>
      <main className={styles.card}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
