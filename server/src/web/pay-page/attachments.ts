import { html } from 'ghtml'
import type { Page } from './page.ts'
import { shape } from './shapes.ts'

/** What the company added to the request, each to be downloaded. */
export function attachmentsPart({ view, say, language }: Page): string {
  const { attachments = [] } = view
  if (attachments.length === 0) return ''
  const rows = attachments.map(
    ({ fileName, path, sizeBytes }) =>
      html`<li><a class="attachment" href="${path}" download="${fileName}">!${shape('download')}<span><bdi>${fileName}</bdi> <span class="size">${sizeText(sizeBytes, language)}</span></span></a></li>`,
  )
  return html`<ul class="attachments" aria-label="${say('attachments')}">!${rows}</ul>`
}

const KILO = 1000

/** `84 kB`, `2.4 MB`: for a person, in powers of ten as phones show them. */
function sizeText(bytes: number, language: string): string {
  const [value, unit] = bytes < KILO * KILO ? [bytes / KILO, 'kilobyte'] : [bytes / KILO / KILO, 'megabyte']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumSignificantDigits: value < 100 ? 2 : 3,
  }).format(Math.max(value, 1 / KILO))
}
