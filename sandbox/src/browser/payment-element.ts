import type { Appearance, StripePaymentElement } from '@stripe/stripe-js'
import { type Frame, openFrame, type Setup, style } from './frame-host.ts'
import type { FrameEvent, Question, Reply } from './protocol.ts'
import { wordsFor } from './words.ts'

type Handler = (event: never) => unknown
export type ElementType = 'payment' | 'expressCheckout'

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

/** The payment element: a frame with the card form; the express element: nothing, for no wallet is there. */
export function createElement(
  setup: Setup,
  type: ElementType,
  {
    appearance,
    method,
    changed,
  }: { appearance: () => Appearance; method: 'card' | 'us_bank_account'; changed: () => void },
): MountedElement {
  const handlers = new Map<string, Set<Handler>>()
  let frame: Frame | null = null
  let overdue: ReturnType<typeof setTimeout> | undefined

  function tell(event: string, facts: object): void {
    for (const handler of handlers.get(event) ?? [])
      (handler as (event: object) => unknown)({ elementType: type, ...facts })
  }

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
    if (type === 'expressCheckout') {
      queueMicrotask(() => tell('ready', { availablePaymentMethods: undefined }))
      return
    }
    frame = openFrame(setup, place, {
      path: method === 'card' ? '/elements/payment' : '/elements/bank',
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
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler))
      return element
    },
    once(event, handler) {
      const only: Handler = (facts) => {
        element.off(event, only)
        return handler(facts)
      }
      return element.on(event, only)
    },
    off(event, handler) {
      if (handler) handlers.get(event)?.delete(handler)
      else handlers.delete(event)
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
