import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { buildDashboard } from '../../scripts/build-dashboard.ts'
import { axeFaults } from './axe.ts'
import { type Person, signedIn } from './staff.ts'
import { startWorld, type Tenant, type World } from './world.ts'

/** Where pictures of the screens are put, for people to look at. */
const PICTURES = join(import.meta.dirname, '../../.cache/screens')

export interface Look {
  width: 360 | 1440
  language: 'en' | 'fr'
  scheme: 'light' | 'dark'
}

/** Every look is taken of everything: asked for by hand, as it takes four times as long. */
const IS_EVERY_LOOK = process.env.LOOKS === 'all'
/** For people to look at; with `LOOKS=some` of the looks that are taken anyway. */
const ARE_PICTURES_KEPT = process.env.LOOKS !== undefined

/** Phone and desktop, both languages, light and dark: each once; with `LOOKS=all` each at least once with each. */
export const LOOKS: readonly Look[] = [
  { width: 1440, language: 'en', scheme: 'light' },
  { width: 360, language: 'fr', scheme: 'dark' },
  ...(IS_EVERY_LOOK
    ? [
        { width: 1440, language: 'fr', scheme: 'dark' } as const,
        { width: 360, language: 'en', scheme: 'light' } as const,
      ]
    : []),
]

/** Of many that are looked at, each is in one look, and each look has its share; with `LOOKS=all` each is in each. */
export const isLookedAt = (index: number, look: Look) => IS_EVERY_LOOK || LOOKS[index % LOOKS.length] === look

export const sayLook = ({ width, language, scheme }: Look) => `${width}-${language}-${scheme}`

/** The whole product with a dashboard that was built from the sources as they stand. */
export async function startDashboardWorld(): Promise<World> {
  await buildDashboard()
  return startWorld()
}

/** A page of a browser of its own, with nobody signed in. What it complains of is in `faults`. */
export async function openPage(
  browser: Browser,
  look: Partial<Look> = {},
): Promise<{ page: Page; faults: string[] }> {
  const { width = 1440, language = 'en', scheme = 'light' } = look
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 900 },
    locale: language === 'fr' ? 'fr-CA' : 'en-US',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: width === 360,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

interface SignIn {
  language?: 'en' | 'fr'
  tenant?: Tenant
}

/** Signs a new member of the staff in, in the page's browser. Its form has tests of its own; here nothing is opened yet. */
export async function signInAs(
  world: World,
  page: Page,
  role: string,
  options: SignIn = {},
): Promise<Person> {
  const { language = 'en', tenant = world.company } = options
  const person = await signedIn(world, tenant, role, { language })
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(person.cookie) ?? []
  await page.context().addCookies([{ name, value, url: world.url, httpOnly: true, sameSite: 'Lax' }])
  return person
}

/** The same, with the dashboard open. */
export async function signInAtHome(
  world: World,
  page: Page,
  role: string,
  options: SignIn = {},
): Promise<Person> {
  const person = await signInAs(world, page, role, options)
  await page.goto(world.url)
  await page.locator('#content').waitFor()
  return person
}

/** Opens another screen as a link does: a load of the whole dashboard takes longer than all that is done there. */
export async function goOn(page: Page, path: string): Promise<void> {
  const open = (to: string) =>
    page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(to)}); dispatchEvent(new PopStateEvent('popstate'))`,
    )
  // So that nothing of the last screen passes for the next.
  await open('/nothing-here')
  await page.locator('#content a[href="/"]').waitFor()
  await open(path)
}

/** What axe finds on the page as it stands, or in a part of it, and how much is wider than the screen. */
async function examine(page: Page, within?: string): Promise<unknown[]> {
  const found = await axeFaults(page, undefined, within)
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  return over > 0 ? [...found, `${over} pixels too wide`] : found
}

/**
 * Expects that axe finds nothing on the page, or in the part that `within` selects: what lies behind a dialog cannot be
 * reached. Keeps a picture of it if `LOOKS` asks for them.
 */
export async function expectSound(page: Page, name: string, within?: string): Promise<void> {
  if (ARE_PICTURES_KEPT) {
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  expect.soft(await examine(page, within), name).toEqual([])
}
