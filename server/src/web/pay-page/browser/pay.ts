import type { Appearance, Stripe, StripeConstructorOptions } from '@stripe/stripe-js'
import { conclude } from './action.ts'
import { compare, reload, restoreTyped, WAITING, watch } from './live.ts'
import { data, fill, find, isBusy, processor, setBusy, showProblem } from './page.ts'
import { post } from './server.ts'

type Form = NonNullable<typeof data.form>

const night = matchMedia('(prefers-color-scheme: dark)')

function loadProcessor(form: Form): Promise<Stripe> {
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
    document.head.append(script)
  })
}

/** The processor's fields in the colours of the page. */
function appearance(): Appearance {
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

function mountCard(stripe: Stripe): void {
  const { amount, currency, locale } = data
  const elements = stripe.elements({
    mode: 'payment',
    amount,
    currency,
    locale,
    allowedPaymentMethodTypes: [method() === 'ach' ? 'us_bank_account' : 'card'],
    appearance: appearance(),
  })
  // Whose account it is stands beside the fields already.
  const asked = method() === 'ach' && {
    fields: { billingDetails: { name: 'never', email: 'never' } as const },
  }
  const card = elements.create('payment', { wallets: { link: 'never' }, ...asked })
  processor.elements = elements
  // Until the fields stand there at their height the button waits: it would move away under the press.
  waitWithButton()
  card.on('ready', () => {
    find('card')?.classList.add('is-ready')
    setBusy(null)
  })
  card.on('loaderror', () => showProblem(data.words.cardUnavailable))
  card.mount('#card')
  mounted = card
}

let mounted: { destroy(): void } | null = null

/** How the payer chose to pay. */
function method(): string {
  return find('form')?.dataset.method ?? 'card'
}

function waitWithButton(): void {
  const button = find<HTMLButtonElement>('pay')
  if (button) button.disabled = true
}

/** Another way to pay has other fields; what was typed beside them stays. Chosen early, it is what is shown first. */
function choose(chosen: string): void {
  const form = find('form')
  if (!form) return
  form.dataset.method = chosen
  requireOwner()
  showProblem('')
  mounted?.destroy()
  find('card')?.classList.remove('is-ready')
  if (processor.stripe) mountCard(processor.stripe)
}

/** Whose account is debited must be known; whose card, need not. */
function requireOwner(): void {
  for (const id of ['name', 'email']) {
    const input = find<HTMLInputElement>(id)
    if (input) input.required = method() === 'ach'
  }
}

async function pay({ submitKey }: Form): Promise<void> {
  const { stripe, elements } = processor
  if (isBusy() || !stripe || !elements) return
  setBusy(fill(data.words.paying))
  const name = find<HTMLInputElement>('name')?.value.trim() || undefined
  const email = find<HTMLInputElement>('email')?.value.trim() || undefined
  const { amount, currency } = data
  try {
    const checked = await elements.submit()
    if (checked.error) return refuse(checked.error)
    const billing = { ...(name && { name }), ...(email && { email }) }
    const params = { payment_method_data: { billing_details: billing } }
    const { confirmationToken, error } = await stripe.createConfirmationToken({ elements, params })
    if (error) return refuse(error)
    const confirmation_token = confirmationToken.id
    const anyway = data.state === 'pay_anyway' || undefined
    const debit = method() === 'ach' && { method: 'ach', mandate: data.mandate }
    const body = {
      submit_key: submitKey,
      confirmation_token,
      amount,
      currency,
      name,
      email,
      anyway,
      ...debit,
    }
    await conclude(await post('/payments', body))
  } catch {
    // Nothing was sent to our server: `post` never throws.
    refuse({})
  }
}

/** The fields say themselves what is wrong with them; anything else is said here. */
function refuse({ type, message }: { type?: string; message?: string }): void {
  setBusy(null)
  if (type !== 'validation_error') showProblem(message ?? data.words.refused)
}

function startForm(form: Form): void {
  restoreTyped()
  find('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void pay(form)
  })
  find('form')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'method') choose(target.value)
  })
  find('continue')?.addEventListener('click', () => void settleAction('resume'))
  find('start-over')?.addEventListener('click', () => void settleAction('give_up'))
  loadProcessor(form)
    .then((stripe) => {
      processor.stripe = stripe
      if (!find('card')) return setBusy(null)
      requireOwner()
      mountCard(stripe)
      night.addEventListener('change', () => processor.elements?.update({ appearance: appearance() }))
    })
    .catch(() => showProblem(data.words.cardUnavailable))
}

async function settleAction(how: 'resume' | 'give_up'): Promise<void> {
  if (isBusy()) return
  setBusy(data.words.checking)
  await conclude(await post(`/payments/${data.payment}/${how}`))
}

/** A link's hours begin when somebody is here: programs that look at links neither touch nor scroll. */
function tellOpened(): void {
  const events = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll']
  const listening = new AbortController()
  const tell = (event: Event) => {
    const { type, isTrusted, movementX, movementY } = event as PointerEvent
    // A page that comes up under a pointer is told of it, moved by nothing; browsers without a window begin like that.
    if (!isTrusted || (type === 'pointermove' && !movementX && !movementY)) return
    listening.abort()
    fetch(`${data.path}/opened`, { method: 'POST', keepalive: true }).catch(tellOpened)
  }
  for (const event of events) addEventListener(event, tell, { passive: true, signal: listening.signal })
}

tellOpened()
if (data.form) startForm(data.form)
if (WAITING.includes(data.state)) void watch(({ state }) => state !== data.state, 2).then(reload)
// An open page notices by itself what became of its request meanwhile.
else if (data.form) setInterval(() => void compare(), 10_000)
document.addEventListener('visibilitychange', () => void compare())
addEventListener('pageshow', ({ persisted }) => persisted && void compare())
const printer = find('print')
if (printer) {
  printer.hidden = false
  printer.addEventListener('click', () => print())
}
