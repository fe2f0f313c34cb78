import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of axe: WCAG 2.2 AA and what it calls best practice. */
export const EVERY_RULE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

interface AxeFault {
  rule: string
  /** The start of the element, and its path. */
  html: string
  target: string
  message: string
}

/** What axe finds on a page as it stands, or in the part that `within` selects. `options` are those of `axe.run`. */
export async function axeFaults(
  page: Page,
  options: Record<string, unknown> = EVERY_RULE,
  within = 'html',
): Promise<AxeFault[]> {
  // A page's policy lets no script in; this one comes by the browser's own door.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  const asked = JSON.stringify({ ...options, resultTypes: ['violations'] })
  return page.evaluate<AxeFault[]>(`axe.run(${JSON.stringify(within)}, ${asked}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, target, any }) =>
      ({ rule: id, html: html.slice(0, 200), target: String(target), message: any[0]?.message ?? '' }))))`)
}
