import type { PaymentIntent, StripeError } from '@stripe/stripe-js'
import { type Setup, style } from './frame-host.ts'
import { wordsFor } from './words.ts'

/** Shows the bank's challenge over the page; resolves when the payer has answered it. */
export function showChallenge(setup: Setup, url: string): Promise<void> {
  const before = document.activeElement
  const shade = document.createElement('div')
  shade.setAttribute('role', 'dialog')
  shade.setAttribute('aria-modal', 'true')
  shade.setAttribute('aria-label', wordsFor(setup.locale).authentication)
  style(shade, {
    'align-items': 'center',
    background: 'rgb(20 24 31 / 0.6)',
    display: 'flex',
    inset: '0',
    'justify-content': 'center',
    padding: '16px',
    position: 'fixed',
    'z-index': '2147483647',
  })
  const frame = document.createElement('iframe')
  const address = new URL(url)
  address.searchParams.set('locale', setup.locale)
  frame.src = address.href
  frame.title = wordsFor(setup.locale).authentication
  style(frame, {
    background: '#fff',
    border: '0',
    'border-radius': '12px',
    'box-shadow': '0 16px 48px rgb(0 0 0 / 0.35)',
    height: 'min(460px, 100%)',
    width: 'min(420px, 100%)',
  })
  shade.append(frame)
  document.body.append(shade)
  frame.addEventListener('load', () => frame.focus(), { once: true })
  return new Promise((resolve) => {
    window.addEventListener('message', function hear(message: MessageEvent) {
      const fromChallenge = message.origin === setup.origin && message.source === frame.contentWindow
      if (!fromChallenge || message.data?.sandbox !== 'authenticated') return
      window.removeEventListener('message', hear)
      shade.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve()
    })
  })
}

export type IntentResult =
  | { paymentIntent: PaymentIntent; error?: undefined }
  | { paymentIntent?: undefined; error: StripeError }

/** Another site that is to be visited, from which the payer comes back to the page's `return_url`. */
export function redirectOf(intent: PaymentIntent): string | null {
  const action = intent.next_action as { redirect_to_url?: { url?: string } } | null
  const url = action?.redirect_to_url?.url
  return url && new URL(url).pathname.startsWith('/affirm/') ? url : null
}

/** The challenge's address in an intent that waits for it. */
export function challengeOf(intent: PaymentIntent): string | null {
  const action = intent.next_action as {
    type: string
    use_stripe_sdk?: { stripe_js?: string }
    redirect_to_url?: { url?: string }
  } | null
  return action?.use_stripe_sdk?.stripe_js ?? action?.redirect_to_url?.url ?? null
}

/** A failed authentication is an error, with the intent in it. */
export function resultOf(intent: PaymentIntent): IntentResult {
  const problem = intent.last_payment_error
  if (intent.status !== 'requires_payment_method' || !problem) return { paymentIntent: intent }
  return { error: { ...problem, payment_intent: intent } as StripeError }
}
