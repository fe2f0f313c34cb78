import { Button } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { defineWords, useWords } from '../../words/index.ts'
import { Lines } from '../after-a-while.tsx'
import { useShortcut } from '../shortcuts.tsx'
import styles from './list-screen.module.css'

const words = defineWords({
  en: { clear: 'Clear the filters', close: 'Close what is open beside the list' },
  fr: { clear: 'Retirer les filtres', close: 'Fermer ce qui est ouvert à côté de la liste' },
})

interface Props {
  title: string
  /** The one primary button, and others beside it. */
  actions?: ReactNode
  search: ReactNode
  chips: ReactNode
  onClearFilters?: (() => void) | undefined
  /** Which columns are shown: `useColumnChoice`. */
  columnChoice?: ReactNode
  list: ReactNode
  selectionBar?: ReactNode
  /** What stands open beside the list: the route's outlet, or null. */
  beside: ReactNode
  /** It has the whole screen for now. */
  isBesideAlone?: boolean
}

/**
 * A list with its search, its filters and, beside it, what is open; on a narrow screen that stands over it, and the
 * list keeps its place below. Escape closes a row that is open, but never a form.
 */
export function ListScreen(props: Props) {
  const { title, actions, search, chips, onClearFilters, columnChoice, list, selectionBar } = props
  const { beside, isBesideAlone } = props
  const say = useWords(words)
  useClosing()
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
          {search && <div className={styles.search}>{search}</div>}
          {chips}
          {onClearFilters && (
            <Button className={styles.clear} variant="subtle" size="compact-sm" onClick={onClearFilters}>
              {say('clear')}
            </Button>
          )}
          {columnChoice && <div className={styles.columns}>{columnChoice}</div>}
        </search>
        <div className={styles.rows}>{list}</div>
        {selectionBar}
      </section>
      {beside !== null && (
        <section className={styles.beside} data-opened>
          <Suspense fallback={<Lines />}>{beside}</Suspense>
        </section>
      )}
    </div>
  )
}

/** A row stands open where the path ends with its id; what closes it keeps the list's filters. */
function useClosing(): void {
  const say = useWords(words)
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { id } = useParams()
  const close = () => {
    const filters = new URLSearchParams(search)
    filters.delete('alone')
    navigate({ pathname: '.', search: filters.toString() })
  }
  useShortcut('Escape', say('close'), close, id !== undefined && pathname.endsWith(`/${id}`))
}
