import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { OPENED } from '../parts/opened.ts'

/**
 * What a page load would do where there is none: the window is named after the screen, what was scrolled begins at its
 * top, and the focus goes to the heading, which screen readers then say. Where somebody already writes, or goes
 * through the rows of a list with one open beside it, the focus stays; what opened is returned, to be said.
 */
export function useArrival(company = 'Quittance'): string {
  const { pathname } = useLocation()
  const [said, setSaid] = useState('')
  const before = useRef(pathname)
  useEffect(() => {
    let isArrived = before.current === pathname
    before.current = pathname
    if (!isArrived) document.querySelector('main')?.scrollTo(0, 0)
    const look = () => {
      const heading = headingOfScreen()
      if (heading === null) return
      const title = heading.textContent ?? ''
      document.title = `${title} · ${company}`
      if (isArrived) return
      isArrived = true
      if (mayStay(document.activeElement)) setSaid(title)
      else {
        heading.tabIndex = -1
        heading.focus()
      }
    }
    look()
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
    return () => observer.disconnect()
  }, [pathname, company])
  return said
}

/** Of what is open beside a list, where something is: null while it is still coming. */
function headingOfScreen(): HTMLElement | null {
  return (document.querySelector(OPENED) ?? document.querySelector('main'))?.querySelector('h1') ?? null
}

function mayStay(focused: Element | null): boolean {
  if (focused === null || focused.closest('main') === null) return false
  if (getComputedStyle(focused).visibility !== 'visible') return false
  return focused.matches('input, textarea, select, [data-row]')
}
