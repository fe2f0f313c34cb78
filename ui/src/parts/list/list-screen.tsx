import { Button } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import { defineWords, useWords } from '../../words/index.ts'
import { Lines } from '../after-a-while.tsx'
import styles from './list-screen.module.css'

const words = defineWords({ en: { clear: 'Clear the filters' }, fr: { clear: 'Retirer les filtres' } })

interface Props {
  title: string
  /** The one primary button, and others beside it. */
  actions?: ReactNode
  search: ReactNode
  chips: ReactNode
  onClearFilters?: (() => void) | undefined
  list: ReactNode
  selectionBar?: ReactNode
  /** What stands open beside the list: the route's outlet, or null. */
  beside: ReactNode
  /** It has the whole screen for now. */
  isBesideAlone?: boolean
}

/** A list with its search, its filters and, beside it, what is open; on a phone that stands in its place. */
export function ListScreen(props: Props) {
  const { title, actions, search, chips, onClearFilters, list, selectionBar, beside, isBesideAlone } = props
  const say = useWords(words)
  return (
    <div
      className={styles.screen}
      data-beside={beside === null ? undefined : isBesideAlone ? 'alone' : 'shared'}
    >
      <section className={styles.list}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <div className={styles.actions}>{actions}</div>
        </header>
        <search className={styles.filters}>
          <div className={styles.search}>{search}</div>
          {chips}
          {onClearFilters && (
            <Button variant="subtle" size="compact-sm" onClick={onClearFilters}>
              {say('clear')}
            </Button>
          )}
        </search>
        <div className={styles.rows}>{list}</div>
        {selectionBar}
      </section>
      {beside !== null && (
        <section className={styles.beside}>
          <Suspense fallback={<Lines />}>{beside}</Suspense>
        </section>
      )}
    </div>
  )
}
