import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Lines } from '../after-a-while.tsx'
import { ProblemNote } from '../problem.tsx'
import styles from './detail.module.css'

/** What is open beside a list: read, said why it cannot be, or shown. */
export function DetailPage<Data>({
  query: { data, error, refetch },
  children,
}: {
  query: UseQueryResult<Data>
  children: (data: Data) => ReactNode
}) {
  if (data !== undefined) return <article className={styles.page}>{children(data)}</article>
  return error ? (
    <div className={styles.page}>
      <ProblemNote error={error} onAgain={() => refetch()} />
    </div>
  ) : (
    <Lines count={8} />
  )
}
