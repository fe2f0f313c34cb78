import { html } from 'ghtml'
import { keeper } from '../../lib/keeper.ts'
import type { Page } from './page.ts'
import { shape } from './shapes.ts'
import type { PageLogo } from './view.ts'

/** A longer name has the first line of a phone for itself. */
const LONG_NAME = 22

/** What the bar needs to know of a page. */
type Headed = Pick<Page, 'say' | 'language'> & { view: Pick<Page['view'], 'company' | 'locale'> }

const headings = keeper<string>(2000)

/** The bar over everything: who asks for money, how to reach them, the other language. */
export function heading(page: Headed): string {
  const { company, locale } = page.view
  const { name, phone, email, logo } = company
  return headings([locale, name, phone, email, logo?.id].join('\n'), () => bar(page))
}

function bar(page: Headed): string {
  const { name, logo } = page.view.company
  const room = name.length + (logo === undefined ? 0 : lettersBeside(logo))
  return html`<header class="top">
<p class="${room > LONG_NAME ? 'seller is-long' : 'seller'}">!${mark(name, logo)}<bdi>${name}</bdi></p>
<nav aria-label="${page.say('contactAndLanguage')}">!${contactLinks(page)}!${languageSwitch(page.language)}</nav>
</header>`
}

/** The name stands beside it, so that nobody needs to be told of it a second time. */
function mark(name: string, logo: PageLogo | undefined): string {
  return logo === undefined
    ? html`<span class="mark" aria-hidden="true">${firstLetter(name)}</span>`
    : html`<img class="logo" src="${logo.source}" width="${logo.width}" height="${logo.height}" alt="">`
}

const LETTER_WIDTH = 9
const LOGO_HEIGHT = 32

/** How many letters of the name would stand, in its two lines, where the logo is wider than high. */
function lettersBeside({ width, height }: PageLogo): number {
  return Math.max(0, (2 * (width / height - 1) * LOGO_HEIGHT) / LETTER_WIDTH)
}

function contactLinks({ view, say }: Headed): string {
  const { phone, email, name } = view.company
  const number = phone === null ? '' : dialable(phone)
  const links = []
  if (number !== '')
    links.push(
      html`<a class="reach" href="tel:${number}" aria-label="${say('callCompany', { company: name })}">!${shape('call')}<span>${say('call')}</span></a>`,
      html`<a class="reach" href="sms:${number}" aria-label="${say('textCompany', { company: name })}">!${shape('text')}<span>${say('text')}</span></a>`,
    )
  if (email !== null)
    links.push(
      html`<a class="reach" href="${mailto(email)}" aria-label="${say('mailCompany', { company: name })}">!${shape('mail')}<span>${say('mail')}</span></a>`,
    )
  return links.join('')
}

/** Names the other language in that language. */
export function languageSwitch(language: 'en' | 'fr'): string {
  return language === 'fr'
    ? html`<a class="reach" href="?lang=en" hreflang="en" lang="en">!${inShort('EN')}<span>English</span></a>`
    : html`<a class="reach" href="?lang=fr" hreflang="fr" lang="fr">!${inShort('FR')}<span>Français</span></a>`
}

/** What a phone shows; screen readers read the whole word. */
function inShort(code: string): string {
  return html`<span class="short" aria-hidden="true">${code}</span>`
}

export function dialable(phone: string): string {
  return phone.replace(/(?!^\+)[^\d]/g, '')
}

export function mailto(address: string, subject?: string): string {
  const query = subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}${query}`
}

const letters = new Intl.Segmenter()

function firstLetter(name: string): string {
  const [first] = letters.segment(name.trim())
  return first?.segment.toUpperCase() ?? ''
}
