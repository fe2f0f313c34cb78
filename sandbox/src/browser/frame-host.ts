import type { Appearance } from '@stripe/stripe-js'
import type { FrameEvent, FrameStart, FromFrame, Question, Reply } from './protocol.ts'

/** How a Stripe object reaches its frames. */
export type Setup = { origin: string; key: string; account: string | null; locale: string }

export type Frame = {
  element: HTMLIFrameElement
  ask(question: Question): Promise<Reply>
  remove(): void
}

/** Puts a frame of the sandbox into the page and opens a port to it. Only the sandbox's origin gets the port. */
export function openFrame(
  setup: Setup,
  where: Element,
  options: { path: string; title: string; appearance: Appearance; on: (event: FrameEvent) => void },
): Frame {
  const element = document.createElement('iframe')
  element.src = setup.origin + options.path
  element.title = options.title
  element.setAttribute('allow', 'payment *')
  const { port1: port, port2: theirs } = new MessageChannel()
  const waiting = new Map<number, (reply: Reply) => void>()
  let asked = 0
  port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    if ('event' in data) return options.on(data)
    waiting.get(data.id)?.(data.reply)
    waiting.delete(data.id)
  }
  element.addEventListener(
    'load',
    () => {
      const { origin: _origin, ...facts } = setup
      const start = { sandbox: 'start', ...facts, appearance: options.appearance } satisfies FrameStart
      element.contentWindow?.postMessage(start, setup.origin, [theirs])
    },
    { once: true },
  )
  where.append(element)
  return {
    element,
    ask: (question) =>
      new Promise((resolve) => {
        asked += 1
        waiting.set(asked, resolve)
        port.postMessage({ id: asked, question })
      }),
    remove() {
      port.close()
      element.remove()
    },
  }
}

/** Sets styles one by one, which a page's content security policy allows where it forbids style attributes. */
export function style(element: HTMLElement, styles: { [property: string]: string }): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value)
}
