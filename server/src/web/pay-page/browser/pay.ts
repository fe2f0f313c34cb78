import type { Stripe, StripeElements } from '@stripe/stripe-js'
import { conclude } from './action.ts'
import { appearance, loadProcessor, night } from './fields.ts'
import { compare, reload, restoreTyped, WAITING, watch } from './live.ts'
import { data, fill, find, isBusy, processor, setBusy, showProblem } from './page.ts'
import { post } from './server.ts'
import { mountWallets, type WalletPayer } from './wallets.ts'

type Form = NonNullable<typeof data.form>

/** The ways to pay by the processor's names. */
const TYPES: Record<string, string> = { ach: 'us_bank_account', bnpl: 'affirm' }

function mountCard(stripe: Stripe): void {
  const { amount, currency, locale } = data
  const elements = stripe.elements({
    mode: 'payment',
    amount,
    currency,
    locale,
    allowedPaymentMethodTypes: [TYPES[method()] ?? 'card'],
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
    void walletsKnown.then(() => setBusy(null))
  })
  card.on('loaderror', () => showProblem(data.words.cardUnavailable))
  card.mount('#card')
  mounted = card
}

/** Whether this device has wallets is known, or will not be. */
let walletsKnown: Promise<unknown> = Promise.resolve()

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

/** Pays with what these elements have. Whether anything was sent to our server. */
async function pay(
  { submitKey }: Form,
  { elements, chosen, told }: { elements: StripeElements | null; chosen: string; told?: WalletPayer },
): Promise<boolean> {
  const { stripe } = processor
  if (isBusy() || !stripe || !elements) return false
  setBusy(fill(data.words.paying))
  const name = find<HTMLInputElement>('name')?.value.trim() || told?.name
  const email = find<HTMLInputElement>('email')?.value.trim() || told?.email
  const { amount, currency } = data
  const box = find<HTMLInputElement>('save')
  // What a device hands over is kept by the device.
  const save = chosen !== 'wallet' && box?.checked && box.offsetParent ? data.saving : undefined
  try {
    elements.update({ setupFutureUsage: save ? 'off_session' : null })
    const checked = await elements.submit()
    if (checked.error) return refuse(checked.error)
    const billing = { ...(name && { name }), ...(email && { email }) }
    const params = { payment_method_data: { billing_details: billing } }
    const { confirmationToken, error } = await stripe.createConfirmationToken({ elements, params })
    if (error) return refuse(error)
    const confirmation_token = confirmationToken.id
    const anyway = data.state === 'pay_anyway' || undefined
    const body = {
      submit_key: submitKey,
      confirmation_token,
      amount,
      currency,
      name,
      email,
      anyway,
      method: chosen,
      mandate: chosen === 'ach' ? data.mandate : undefined,
      save,
    }
    await conclude(await post('/payments', body))
    return true
  } catch {
    // Nothing was sent to our server: `post` never throws.
    return refuse({})
  }
}

/** The fields say themselves what is wrong with them; anything else is said here. */
function refuse({ type, message }: { type?: string; message?: string }): false {
  setBusy(null)
  if (type !== 'validation_error') showProblem(message ?? data.words.refused)
  return false
}

function startForm(form: Form): void {
  restoreTyped()
  find('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void pay(form, { elements: processor.elements, chosen: method() })
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
      if (find('wallets'))
        walletsKnown = mountWallets(stripe, (elements, told) =>
          pay(form, { elements, chosen: 'wallet', told }),
        )
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

if (!data.byPhone) tellOpened()
if (data.form) startForm(data.form)
if (WAITING.includes(data.state)) void watch(({ state }) => state !== data.state, 2).then(reload)
// An open page notices by itself what became of its request meanwhile.
else if (data.form || document.querySelector('.wire')) setInterval(() => void compare(), 10_000)
document.addEventListener('visibilitychange', () => void compare())
// Back from another site, the page stands as it was left: on the way there.
addEventListener('pageshow', ({ persisted }) => persisted && (isBusy() ? reload() : void compare()))
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const { copy = '', done = '' } = button.dataset
  button.hidden = false
  button.onclick = () => navigator.clipboard.writeText(copy).then(() => (button.textContent = done))
}
const printer = find('print')
if (printer) {
  printer.hidden = false
  printer.addEventListener('click', () => print())
}
