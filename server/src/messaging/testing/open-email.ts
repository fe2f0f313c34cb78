import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { axeFaults } from '../../../../test/support/axe.ts'

interface Watched {
  page: Page
  /** Everything that a harmless e-mail never does: dialogs, requests, errors of a script. */
  incidents: string[]
}

export async function openWatchedPage(browser: Browser, options?: BrowserContextOptions): Promise<Watched> {
  const page = await browser.newPage(options)
  const incidents: string[] = []
  page.on('dialog', (dialog) => {
    incidents.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => incidents.push(`request ${request.url()}`))
  page.on('pageerror', (error) => incidents.push(`error ${error.message}`))
  return { page, incidents }
}

/**
 * What axe finds, target sizes included. Its two rules on a page's landmarks are left out: an e-mail is an
 * article inside the page of a mail program, which has a main landmark of its own.
 */
export async function emailAxeFaults(page: Page): Promise<string[]> {
  const rules = {
    'target-size': { enabled: true },
    'landmark-one-main': { enabled: false },
    region: { enabled: false },
  }
  return (await axeFaults(page, { rules })).map(({ rule, target }) => `${rule} ${target}`)
}

/** Said in the page: the texts of an open e-mail in reading order, a line break as `\n`. */
export const SHOWN_TEXTS = `[...document.querySelectorAll('h1, p, th, [role=table] td, td > a')].map((element) => {
    const copy = element.cloneNode(true)
    for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith('\\n')
    return copy.textContent
  })`
