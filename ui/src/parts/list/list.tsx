import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { KeysetRows } from '../../api/keyset.ts'
import { defineWords, useWords } from '../../words/index.ts'
import { AfterAWhile, Lines } from '../after-a-while.tsx'
import { ProblemNote } from '../problem.tsx'
import { useKeptScroll } from './kept-scroll.ts'
import styles from './list.module.css'
import { useRowKeys } from './row-keys.ts'
import type { Selection } from './selection.ts'
import { Tick } from './tick.tsx'
import { useWidth } from './width.ts'

const words = defineWords({
  en: { select: 'Select {name}', selectAll: 'Select all that are shown', more: 'Loading more…' },
  fr: {
    select: 'Sélectionner {name}',
    selectAll: 'Sélectionner tout ce qui est affiché',
    more: 'Suite en cours de chargement…',
  },
})

export interface Column<Row> {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** Amounts stand right. */
  isRight?: boolean
  /** CSS; the rest is shared by the columns without one. */
  width?: string
}

interface Props<Row> {
  /** What is listed, for screen readers. */
  label: string
  rows: KeysetRows<Row>
  columns: readonly Column<Row>[]
  /** Where columns have no room, a row is two lines of this instead. */
  card: (row: Row) => ReactNode
  idOf: (row: Row) => string
  /** What a row is called, for screen readers. */
  nameOf: (row: Row) => string
  /** Where a row opens; the list's own filters are kept in the address. */
  pathOf: (row: Row) => string
  /** Which row stands open beside the list. */
  openId?: string | undefined
  selection?: Selection | undefined
  /** In place of no rows. */
  empty: ReactNode
}

const ROW_HEIGHT = 44
const CARD_HEIGHT = 68
/** Narrower, a list has no room for columns: on a phone, and often beside what is open. */
const COLUMNS_FROM = 700

/**
 * A list that holds a million rows: pages come as one scrolls, and only the rows in sight are in the document. It is
 * one stop of the Tab key: arrow keys go from row to row, Enter opens, x selects; beside a row that is open, the next
 * one opens as it is reached.
 */
export function List<Row>(props: Props<Row>) {
  const { rows, empty } = props
  if (rows.error && rows.rows.length === 0)
    return (
      <div className={styles.note}>
        <ProblemNote error={rows.error} onAgain={rows.again} />
      </div>
    )
  if (rows.isPending) return <Lines count={8} />
  if (rows.rows.length === 0) return empty
  return <Rows {...props} />
}

function Rows<Row>({ label, rows, columns, card, idOf, nameOf, pathOf, openId, selection }: Props<Row>) {
  const say = useWords(words)
  const place = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const { search } = useLocation()
  const isNarrow = useWidth(place) < COLUMNS_FROM
  const height = isNarrow ? CARD_HEIGHT : ROW_HEIGHT
  const keptScroll = useKeptScroll(place)
  const virtual = useVirtualizer({
    count: rows.rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    initialOffset: keptScroll,
    overscan: 12,
  })
  const pressed = useRowKeys({ place, openId, pathOf: (id) => pathOfId(id), selection })
  const [reached, setReached] = useState<string>()
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  const isNearEnd = lastShown >= rows.rows.length - 10
  useEffect(() => {
    if (isNearEnd) rows.loadMore()
  })
  useEffect(() => {
    if (height) virtual.measure()
  }, [height, virtual])
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const allIds = rows.rows.map(idOf)
  // Cards have no headings; while some are ticked, the box that ticks all stands there.
  const hasHead = !isNarrow || (selection !== undefined && selection.ids.size > 0)
  const isAll = selection !== undefined && allIds.every((id) => selection.ids.has(id))
  const pathOfId = (id: string) => {
    const row = rows.rows[allIds.indexOf(id)]
    return row === undefined ? undefined : pathOf(row) + search
  }
  const shownIds = shown.map(({ index }) => allIds[index])
  const tabStop = [reached, openId].find((id) => id !== undefined && shownIds.includes(id)) ?? shownIds[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className={styles.place} ref={place} onKeyDown={pressed}>
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={rows.hasMore ? -1 : rows.rows.length + 1}
      >
        {/* Without a heading in sight, this says how wide the ticks are. */}
        {isNarrow && selection && (
          <colgroup>
            <col className={styles.tick} />
            <col />
          </colgroup>
        )}
        <thead className={hasHead ? undefined : styles.unseen}>
          <tr>
            {selection && hasHead && (
              <th className={styles.tick}>
                <Tick
                  name={say('selectAll')}
                  isTicked={isAll}
                  isPartly={!isAll && selection.ids.size > 0}
                  onTick={() => selection.set(isAll ? [] : allIds)}
                />
              </th>
            )}
            {isNarrow ? (
              <th colSpan={selection && !hasHead ? 2 : 1}>{hasHead ? say('selectAll') : label}</th>
            ) : (
              columns.map(({ id, title, isRight, width }) => (
                <th key={id} className={isRight ? styles.right : undefined} style={{ width }}>
                  {title}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {shown.map(({ index }) => {
            const row = rows.rows[index]
            if (row === undefined) return null
            const id = idOf(row)
            const to = pathOf(row) + search
            const link = (content: ReactNode) => (
              <Link
                className={styles.link}
                to={to}
                data-row={id}
                tabIndex={id === tabStop ? 0 : -1}
                aria-current={id === openId ? 'true' : undefined}
              >
                {content}
              </Link>
            )
            return (
              <tr
                key={id}
                aria-rowindex={index + 2}
                className={styles.row}
                data-open={id === openId || undefined}
                data-selected={selection?.ids.has(id) || undefined}
                style={{ height }}
                onFocus={() => setReached(id)}
                onClick={(event) => {
                  if (!(event.target as Element).closest('a, button, input, label')) navigate(to)
                }}
              >
                {selection && (
                  <td className={styles.tick}>
                    <Tick
                      name={say('select', { name: nameOf(row) })}
                      isTicked={selection.ids.has(id)}
                      tabIndex={id === tabStop ? 0 : -1}
                      onTick={() => selection.toggle(id)}
                    />
                  </td>
                )}
                {isNarrow ? (
                  <td>{link(card(row))}</td>
                ) : (
                  columns.map(({ id: column, cell, isRight }, at) => (
                    <td key={column} className={isRight ? styles.right : undefined}>
                      {at === 0 ? link(cell(row)) : cell(row)}
                    </td>
                  ))
                )}
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
      {rows.isLoadingMore && (
        <AfterAWhile>
          <p className={styles.more} role="status">
            {say('more')}
          </p>
        </AfterAWhile>
      )}
      {rows.error !== null && (
        <div className={styles.note}>
          <ProblemNote error={rows.error} onAgain={rows.again} />
        </div>
      )}
    </div>
  )
}

/** What stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
