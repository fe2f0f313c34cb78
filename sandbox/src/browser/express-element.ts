import { createHandlers } from './element-handlers.ts'
import { type Frame, openFrame, type Setup, style } from './frame-host.ts'
import { integrationError, type MountedElement } from './payment-element.ts'
import type { FrameEvent, Wallet } from './protocol.ts'
import { wordsFor } from './words.ts'

type Available = { applePay: boolean; googlePay: boolean }
type Sheet = { sandbox: 'wallet'; card: string | null }

const PAYER = { name: 'Ada Payer', email: 'ada@wallet.test' }

/** The express element: a button for each wallet that the sandbox was told the device has, on a registered domain. */
export function createExpressElement(setup: Setup): MountedElement {
  const handlers = createHandlers('expressCheckout')
  let frame: Frame | null = null

  async function begin(): Promise<void> {
    const reply = await frame?.ask({ ask: 'wallets', domain: location.hostname })
    const found = (reply?.value ?? null) as Available | null
    const any = found !== null && (found.applePay || found.googlePay)
    handlers.tell('ready', { availablePaymentMethods: any ? found : undefined })
  }

  function hear(event: FrameEvent): void {
    if (event.event === 'height' && frame) style(frame.element, { height: `${event.height}px` })
    if (event.event === 'ready') void begin()
    if (event.event === 'wallet') press(event.wallet)
  }

  /** Nothing is shown before the page has resolved the click, nor where it rejects it. */
  function press(wallet: Wallet): void {
    handlers.tell('click', {
      expressPaymentType: wallet,
      resolve: () => void showSheet(setup, wallet).then((card) => decide(wallet, card)),
      reject: () => undefined,
    })
  }

  async function decide(wallet: Wallet, card: string | null): Promise<void> {
    if (card === null) return handlers.tell('cancel', {})
    await frame?.ask({ ask: 'wallet', wallet, card })
    handlers.tell('confirm', {
      expressPaymentType: wallet,
      billingDetails: { ...PAYER, address: { country: 'US' } },
      paymentFailed: () => undefined,
    })
  }

  function unmount(): void {
    frame?.remove()
    frame = null
  }

  const element: MountedElement = {
    mount(where) {
      const place = typeof where === 'string' ? document.querySelector(where) : where
      if (!place) throw integrationError(`The selector you specified (${where}) applies to no DOM elements.`)
      unmount()
      const title = 'Secure express checkout frame'
      frame = openFrame(setup, place, { path: '/elements/wallets', title, appearance: {}, on: hear })
      style(frame.element, { 'color-scheme': 'light', border: '0', display: 'block', width: '100%' })
    },
    unmount,
    destroy() {
      unmount()
      handlers.clear()
    },
    focus: () => undefined,
    blur: () => undefined,
    clear: () => undefined,
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

/** The device's own sheet over the page: the card that the payer agreed to pay with, or null. */
function showSheet(setup: Setup, wallet: Wallet): Promise<string | null> {
  const shade = document.createElement('div')
  style(shade, {
    'align-items': 'end',
    background: 'rgb(20 24 31 / 0.6)',
    display: 'flex',
    inset: '0',
    'justify-content': 'center',
    position: 'fixed',
    'z-index': '2147483647',
  })
  const sheet = document.createElement('iframe')
  const address = new URL('/elements/wallet-sheet', setup.origin)
  address.searchParams.set('wallet', wallet)
  address.searchParams.set('locale', setup.locale)
  sheet.src = address.href
  sheet.title = wordsFor(setup.locale)[wallet]
  style(sheet, { background: '#fff', border: '0', height: '340px', width: 'min(420px, 100%)' })
  shade.append(sheet)
  document.body.append(shade)
  return new Promise((resolve) => {
    window.addEventListener('message', function hear(message: MessageEvent<Sheet>) {
      if (message.origin !== setup.origin || message.source !== sheet.contentWindow) return
      if (message.data?.sandbox !== 'wallet') return
      window.removeEventListener('message', hear)
      shade.remove()
      resolve(message.data.card)
    })
  })
}
