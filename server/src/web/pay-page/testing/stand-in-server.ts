import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { renderForm } from '../../method-page/render-form.ts'
import { loadPayPageAssets } from '../assets.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { renderPayPage } from '../render.ts'
import type { PayPageView } from '../view.ts'
import { isForm, type Shown } from './sample-forms.ts'

/** What the page's script asked, in order. */
export interface Asked {
  method: string
  path: string
  search: string
  body: Record<string, unknown>
}

/**
 * An answer to a call; `lost` breaks it off after its head, `reset` before it. Browsers send a request again by
 * themselves when a kept connection is reset before an answer began, a POST too.
 */
export type Answered = { status?: number; body?: object } | 'lost' | 'reset'

export interface StandIn {
  url: string
  /** The page that is shown; a test may change it while it is open. */
  view: Shown
  asked: Asked[]
  /** Requests of any kind, by path. */
  requested: string[]
  /** Answers by what the call ends with: `/payments`, `/status`. */
  answers: Record<string, (call: Asked) => Answered | Promise<Answered>>
  calls(ending: string): Asked[]
  stop(): void
}

const assets = loadPayPageAssets()
const processorScript = readFileSync(new URL('stand-in-processor.js', import.meta.url))

/** A server that speaks PROTOCOL.md and answers as a test wants, for the page's script alone. */
export async function openStandIn(view: Shown): Promise<StandIn> {
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    view,
    asked: [],
    requested: [],
    answers: {},
    calls: (ending) => standIn.asked.filter(({ path }) => path.endsWith(ending)),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', standIn.url)
    standIn.requested.push(pathname)
    const asset = assets.find(pathname)
    if (asset) return void response.setHeader('content-type', asset.contentType).end(asset.body)
    if (pathname === '/stand-in/stripe.js')
      return void response.setHeader('content-type', 'text/javascript').end(processorScript)
    if (pathname === standIn.view.path) return sendPage(response)
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>)
    const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString())
    const call = { method: request.method ?? '', path: pathname, search, body }
    standIn.asked.push(call)
    await answerCall(call, response)
  }

  async function answerCall(call: Asked, response: ServerResponse): Promise<void> {
    const ending = Object.keys(standIn.answers).find((each) => call.path.endsWith(each))
    if (ending === undefined) {
      const { view } = standIn
      if (call.path.endsWith('/status') && !isForm(view))
        return void response.end(JSON.stringify(statusOf(view)))
      return void response.writeHead(204).end()
    }
    const answer = await standIn.answers[ending]?.(call)
    if (answer === undefined || answer === 'reset') return void response.destroy()
    if (answer === 'lost') {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      return void setTimeout(() => response.destroy(), 50)
    }
    response
      .writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body))
  }

  function sendPage(response: ServerResponse): void {
    const { view } = standIn
    const policy = contentSecurityPolicy(view, { scriptUrl: standIn.url })
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', policy)
      .setHeader('cache-control', 'no-store')
      .end(isForm(view) ? renderForm(view, assets) : renderPayPage(view, assets))
  }

  return standIn
}

function statusOf(view: PayPageView): { state: string; amount: number; display: string } {
  return { state: view.state, amount: Number(view.amount), display: `$${Number(view.amount) / 100}` }
}
