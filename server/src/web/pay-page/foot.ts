import { html } from 'ghtml'
import { dialable, mailto } from './heading.ts'
import type { Page } from './page.ts'

/** Whom to ask, with the number and the address to read. */
export function footPart({
  view,
  say,
  title,
}: Pick<Page, 'say' | 'title'> & { view: Pick<Page['view'], 'company'> }): string {
  const { name, phone, email } = view.company
  const ways = []
  if (phone !== null) ways.push(html`<a href="tel:${dialable(phone)}"><bdi>${phone}</bdi></a>`)
  if (email !== null) ways.push(html`<a href="${mailto(email, title)}"><bdi>${email}</bdi></a>`)
  if (ways.length === 0) return ''
  return html`<footer class="foot"><p>${say('questions', { company: name })}</p><p class="ways">!${ways}</p></footer>`
}
