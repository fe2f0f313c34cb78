import { createServer, type ServerResponse } from 'node:http'
import { loadPayPageAssets } from '../assets.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { renderPayPage } from '../render.ts'
import type { PayPageState, PayPageView } from '../view.ts'
import {
  detailedView,
  hostileView,
  longNamesView,
  longView,
  manyInvoicesView,
  quickView,
} from './sample-shapes.ts'
import { STATES, sampleView } from './sample-views.ts'

/** Every page to look at: `bin/node server/src/web/pay-page/testing/preview.ts`, then open the address it prints. */
const shapes: Record<string, (language: 'en' | 'fr') => PayPageView> = {
  quick: quickView,
  detailed: detailedView,
  long: longView,
  'many-invoices': manyInvoicesView,
  hostile: hostileView,
  'long-names': longNamesView,
}
const assets = loadPayPageAssets()
const names = [...STATES, ...Object.keys(shapes)]

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const asset = assets.find(url.pathname)
  if (asset) return void response.setHeader('content-type', asset.contentType).end(asset.body)
  const name = url.pathname.slice(1)
  if (names.includes(name))
    return sendPage(response, name, url.searchParams.get('lang') === 'fr' ? 'fr' : 'en')
  const links = names.map(
    (each) => `<li><a href="/${each}">${each}</a> <a href="/${each}?lang=fr">fr</a></li>`,
  )
  response.setHeader('content-type', 'text/html').end(`<title>Pay pages</title><ul>${links.join('')}</ul>`)
})

function sendPage(response: ServerResponse, name: string, language: 'en' | 'fr'): void {
  const view = shapes[name]?.(language) ?? sampleView(name as PayPageState, language)
  response
    .setHeader('content-type', 'text/html; charset=utf-8')
    .setHeader('content-security-policy', contentSecurityPolicy(view, { scriptUrl: 'https://js.stripe.com' }))
    .end(renderPayPage(view, assets))
}

server.listen(Number(process.env.PORT ?? 3900), '127.0.0.1', () =>
  console.log('Pay pages at', server.address()),
)
