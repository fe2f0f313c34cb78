import type { Appearance, Stripe, StripeConstructorOptions } from '@stripe/stripe-js'
import { data } from './page.ts'

/** Whether the page is dark. */
export const night = matchMedia('(prefers-color-scheme: dark)')

/** The processor's own script, which alone sees what is typed into its fields. */
export function loadProcessor(
  form: Pick<NonNullable<typeof data.form>, 'scriptUrl' | 'account' | 'publishableKey'>,
): Promise<Stripe> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = form.scriptUrl
    script.onerror = reject
    script.onload = () => {
      const options: StripeConstructorOptions = { locale: data.locale }
      if (form.account) options.stripeAccount = form.account
      const stripe = window.Stripe?.(form.publishableKey, options)
      if (stripe) resolve(stripe)
      else reject(new Error('no processor'))
    }
    void untilShown().then(() => document.head.append(script))
  })
}

/** Longer, nobody looks at the page. */
const UNSEEN_MS = 500

/** Has the page been seen, then the processor's frames come: a browser may hold back a picture for frames in it. */
function untilShown(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, UNSEEN_MS)
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true })
  })
}

/** The processor's fields in the colours of the page. */
export function appearance(): Appearance {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    theme: night.matches ? 'night' : 'stripe',
    variables: {
      borderRadius: '8px',
      colorBackground: colour('--field'),
      colorDanger: colour('--failed'),
      colorPrimary: colour('--accent'),
      colorText: colour('--text'),
      colorTextPlaceholder: colour('--quiet'),
      colorTextSecondary: colour('--quiet'),
      fontFamily: 'Inter, system-ui, sans-serif',
      fontSizeBase: '16px',
    },
  }
}
