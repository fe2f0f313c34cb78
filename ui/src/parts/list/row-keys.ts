import { useDebouncedCallback } from '@mantine/hooks'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { OPENED } from '../opened.ts'
import type { Selection } from './selection.ts'

interface Props {
  /** Around the rows. */
  place: RefObject<HTMLElement | null>
  openId: string | undefined
  /** Where a row opens; undefined where it is not there any more. */
  pathOf: (id: string) => string | undefined
  selection: Selection | undefined
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }
/** Whoever holds an arrow key down wants the row where they stop, not those between. */
const RESTING_MS = 120

/**
 * The keys of a list's rows. What is open beside the list follows the row that is reached, in the place of the one
 * before: going back leads out of the list, not through every row. What was closed gives the keys back to its row.
 */
export function useRowKeys({ place, openId, pathOf, selection }: Props): (event: KeyboardEvent) => void {
  const navigate = useNavigate()
  const open = useDebouncedCallback((id: string) => {
    const path = pathOf(id)
    if (path !== undefined && id !== openId) navigate(path, { replace: true })
  }, RESTING_MS)
  useFocusBack(place, openId)
  return (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
    const row = target.closest('tr')
    const id = row?.querySelector<HTMLElement>('[data-row]')?.dataset.row
    if (row === null || id === undefined) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const isLink = target.dataset.row !== undefined
      const next = nextRow(row, step)
      const control = next?.querySelector<HTMLElement>(isLink ? '[data-row]' : 'input')
      control?.focus()
      if (isLink && openId !== undefined && control?.dataset.row !== undefined) open(control.dataset.row)
    } else if (event.key === 'Enter' && id === openId) {
      // It stands beside the list already: there it goes on.
      const heading = document.querySelector<HTMLElement>(`${OPENED} h1`)
      if (heading === null) return
      heading.tabIndex = -1
      heading.focus()
    } else if (event.key === 'x') {
      event.preventDefault()
      selection?.toggle(id)
    }
  }
}

function nextRow(row: HTMLElement, step: number): Element | null {
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling
  return next?.ariaHidden === 'true' ? null : next
}

function useFocusBack(place: RefObject<HTMLElement | null>, openId: string | undefined): void {
  const before = useRef<string>(undefined)
  useLayoutEffect(() => {
    const closed = before.current
    before.current = openId
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (closed !== undefined && openId === undefined && isLost)
      place.current?.querySelector<HTMLElement>(`[data-row="${closed}"]`)?.focus()
  }, [place, openId])
}
