import type { Appearance, StripePaymentElement } from '@stripe/stripe-js'
import { createHandlers } from './element-handlers.ts'
import { type Frame, openFrame, type Setup, style } from './frame-host.ts'
import type { FrameEvent, Question, Reply } from './protocol.ts'
import { wordsFor } from './words.ts'

type Handler = (event: never) => unknown
export type ElementType = 'payment' | 'expressCheckout'

/** One way to pay, one form: by the processor's names. */
export type ElementMethod = 'card' | 'us_bank_account' | 'affirm'

const frames: { [M in ElementMethod]: string } = {
  card: '/elements/payment',
  us_bank_account: '/elements/bank',
  affirm: '/elements/affirm',
}

const readyWithinMs = 15_000

export type SandboxElement = Pick<
  StripePaymentElement,
  'blur' | 'clear' | 'destroy' | 'focus' | 'mount' | 'unmount'
> & {
  on(event: string, handler: Handler): SandboxElement
  once(event: string, handler: Handler): SandboxElement
  off(event: string, handler?: Handler): SandboxElement
  update(options: object): SandboxElement
  collapse(): SandboxElement
}

/** An element with what its group needs of it. */
export type MountedElement = SandboxElement & {
  ask(question: Question): Promise<Reply>
  isMounted(): boolean
}

/** The payment element: a frame with the form of one way to pay. */
export function createElement(
  setup: Setup,
  {
    appearance,
    method,
    changed,
  }: { appearance: () => Appearance; method: ElementMethod; changed: () => void },
): MountedElement {
  const handlers = createHandlers('payment')
  const { tell } = handlers
  let frame: Frame | null = null
  let overdue: ReturnType<typeof setTimeout> | undefined

  function hear(event: FrameEvent): void {
    if (event.event === 'height') {
      if (frame) style(frame.element, { height: `${event.height}px` })
    } else if (event.event === 'change') {
      changed()
      tell('change', {
        collapsed: false,
        complete: event.complete,
        empty: event.empty,
        value: { type: method },
      })
    } else {
      if (event.event === 'ready') clearTimeout(overdue)
      tell(event.event, {})
    }
  }

  function mount(where: string | HTMLElement): void {
    const place = typeof where === 'string' ? document.querySelector(where) : where
    if (!place)
      throw integrationError(
        `The selector you specified (${where}) applies to no DOM elements that are currently on the page.`,
      )
    unmount()
    frame = openFrame(setup, place, {
      path: frames[method],
      title: 'Secure payment input frame',
      appearance: appearance(),
      on: hear,
    })
    overdue = setTimeout(() => {
      const message = wordsFor(setup.locale).unreachable
      tell('loaderror', { error: { type: 'api_connection_error', message } })
    }, readyWithinMs)
    style(frame.element, {
      // A page in a dark scheme would otherwise paint the frame's transparent ground white.
      'color-scheme': 'light',
      border: '0',
      display: 'block',
      width: 'calc(100% + 6px)',
      margin: '-3px',
      height: '150px',
    })
    tell('loaderstart', {})
  }

  function unmount(): void {
    clearTimeout(overdue)
    frame?.remove()
    frame = null
  }

  const element: MountedElement = {
    mount,
    unmount,
    destroy() {
      unmount()
      handlers.clear()
    },
    focus: () => void frame?.ask({ ask: 'focus' }),
    blur: () => frame?.element.blur(),
    clear: () => void frame?.ask({ ask: 'clear' }),
    collapse: () => element,
    update: () => element,
    on(event, handler) {
      handlers.add(event, handler)
      return element
    },
    once(event, handler) {
      handlers.addOnce(event, handler)
      return element
    },
    off(event, handler) {
      handlers.remove(event, handler)
      return element
    },
    ask: (question) =>
      frame?.ask(question) ?? Promise.reject(integrationError('The element is not mounted.')),
    isMounted: () => frame !== null,
  }
  return element
}

/** What Stripe.js throws when the page uses it wrongly. */
export function integrationError(message: string): Error {
  return Object.assign(new Error(message), { name: 'IntegrationError' })
}
