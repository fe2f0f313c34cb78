import { html } from 'ghtml'
import { keeper } from '../../lib/keeper.ts'
import { languageOf, speak } from '../../lib/words.ts'
import { amountPart } from './amount.ts'
import type { PayPageAssets } from './assets.ts'
import { documentsPart } from './documents.ts'
import { footPart } from './foot.ts'
import { formPart, scriptData } from './form.ts'
import { heading, languageSwitch } from './heading.ts'
import { noticeOf, noticePart } from './notice.ts'
import { outcomePart } from './outcome.ts'
import { openPage, type Page } from './page.ts'
import { pageWords } from './page-words.ts'
import { shape } from './shapes.ts'
import { stateWords } from './state-words.ts'
import type { PayPageState, PayPageView } from './view.ts'
import { wireChoice, wireInstructionsPart } from './wire.ts'

const WITH_DOCUMENTS_HIDDEN: readonly PayPageState[] = ['voided', 'replaced']

/** The whole page of a request, in the state its view is in. */
export function renderPayPage(view: PayPageView, assets: PayPageAssets): string {
  if (view.state === 'unknown') return renderUnknownPage(view.locale, view.sandbox, assets)
  const page = openPage(view)
  const notice = noticeOf(page)
  const isPayable = (view.form !== null || view.wire !== undefined) && view.state !== 'action_needed'
  const title = page.say('titleWithCompany', { title: page.title, company: view.company.name })
  const main = html`<main!${isPayable ? '' : ' class="is-alone"'}>
<section class="owed">!${notice === null ? '' : noticePart(notice)}!${amountPart(page, notice === null)}!${messagePart(page)}!${WITH_DOCUMENTS_HIDDEN.includes(view.state) ? '' : documentsPart(page)}</section>
<section class="pay">!${isPayable ? payPart(page) : outcomePart(page)}</section>
</main>`
  const head = html`!${view.form === null ? '' : html`<link rel="preload" as="script" href="${view.form.scriptUrl}">`}<script type="module" src="${assets.scriptPath}"></script>`
  const body = `${heading(page)}\n${main}\n${footPart(page)}\n${scriptData(page)}`
  return layout({ locale: view.locale, sandbox: view.sandbox, title, head, body }, assets)
}

/** For a token that no link has: it says nothing of anyone. `said` stands in the place of the usual words. */
export function renderUnknownPage(
  locale: string,
  sandbox: boolean,
  assets: PayPageAssets,
  said?: { first: string; more: string },
): string {
  const say = speak(stateWords, locale)
  const { first, more } = said ?? { first: say('unknown'), more: say('unknownThen') }
  const language = languageOf(locale)
  const body = html`<header class="top"><p></p><nav aria-label="${speak(pageWords, locale)('contactAndLanguage')}">!${languageSwitch(language)}</nav></header>
<main class="is-alone"><div class="notice is-attention">!${shape('note')}<div><h1>${first}</h1><p>${more}</p></div></div></main>`
  return layout({ locale, sandbox, title: first, head: '', body }, assets)
}

/** The form with the choice to send a wire, or where to send it. */
function payPart(page: Page): string {
  const form = page.view.form === null ? '' : formPart(page)
  return `${form}${wireChoice(page)}${wireInstructionsPart(page)}`
}

/** What the sender wrote belongs to asking, not to what came of it. */
function messagePart({ view, say }: Page): string {
  if (view.request.message === null || view.form === null) return ''
  return html`<blockquote class="message" aria-label="${say('messageFrom', { company: view.company.name })}"><p dir="auto">${view.request.message}</p></blockquote>`
}

interface Frame {
  locale: string
  sandbox: boolean
  title: string
  /** HTML already, as is `body`. */
  head: string
  body: string
}

const openings = keeper<string>(200)

export function layout({ locale, sandbox, title, head, body }: Frame, assets: PayPageAssets): string {
  const opening = openings(`${locale} ${assets.stylesheetPath}`, () => openingOf(locale, assets))
  const band = sandbox ? html`<aside class="band">${speak(pageWords, locale)('sandbox')}</aside>` : ''
  return html`!${opening}<title>${title}</title>
!${head}
</head>
<body>
!${band}!${body}
</body>
</html>
`
}

/** What every page of a language begins with, title apart. */
function openingOf(locale: string, assets: PayPageAssets): string {
  // After the stylesheet: until they have come, a font of the same measures stands in.
  const fonts = assets.fontPaths.map(
    (path) =>
      html`<link rel="preload" as="font" type="font/woff2" href="${path}" crossorigin fetchpriority="low">`,
  )
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.stylesheetPath}">!${fonts}
`
}
