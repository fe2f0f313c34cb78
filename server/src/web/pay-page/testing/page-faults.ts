import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** What is wrong with a page as it stands in a browser: each function gives a list, empty where nothing is. */

/**
 * Whether the page is wider than its window, whether an amount is broken in two, whether text leaves the window or the box that cuts it off, and whether
 * two texts lie over each other by more than a hair. What is there for screen readers alone is left out.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(LAYOUT)
}

const LAYOUT = `(() => {
  const root = document.documentElement
  const faults = []
  if (root.scrollWidth > root.clientWidth) faults.push('scrolls sideways by ' + (root.scrollWidth - root.clientWidth))
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || parent.closest('.unseen, script, style, noscript, [hidden]')) continue
    if (!parent.checkVisibility({ visibilityProperty: true })) continue
    if (getComputedStyle(parent).clipPath !== 'none') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects())
      if (right - left > 1) texts.push({ left, right, top, bottom, parent, said: node.data.trim().slice(0, 40) })
  }
  const cutting = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each)
      if (overflowX !== 'visible' || overflowY !== 'visible') return each
    }
  }
  for (const { left, right, top, bottom, parent, said } of texts) {
    if (left < -0.5 || right > root.clientWidth + 0.5) faults.push('leaves the window: ' + said)
    const box = cutting(parent)?.getBoundingClientRect()
    if (box && (left < box.left - 1 || right > box.right + 1 || top < box.top - 4 || bottom > box.bottom + 4))
      faults.push('is cut off: ' + said)
  }
  for (const amount of document.querySelectorAll('[data-amount], .figure, td:nth-child(2)')) {
    const range = document.createRange()
    range.selectNodeContents(amount)
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
      faults.push('is broken: ' + amount.textContent)
  }
  for (const [index, one] of texts.entries())
    for (const other of texts.slice(index + 1)) {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      const line = Math.min(one.bottom - one.top, other.bottom - other.top)
      if (wide > 2 && high > line / 3) faults.push('lie over each other: ' + one.said + ' | ' + other.said)
    }
  return [...new Set(faults)]
})()`

/** Where git ignores what is written: to be looked at. */
const SHOTS = new URL('../../../../../.cache/pay-pages/', import.meta.url)

/** The whole page as a picture, under a name made of its view. */
export async function photograph(page: Page, ...name: readonly string[]): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  const file = name.join(' ').replace(/[^a-z0-9]+/gi, '-')
  await page.screenshot({ path: new URL(`${file}.png`, SHOTS).pathname, fullPage: true })
}
