import type { Stripe, StripeElements } from '@stripe/stripe-js'
import { appearance, loadProcessor, night } from './fields.ts'
import { data, find, isBusy, processor, setBusy, showProblem } from './page.ts'
import { post } from './server.ts'

/** What the server answers to a try to save. */
interface SetupAnswer {
  setup: string
  state: 'succeeded' | 'requires_action' | 'declined' | 'unsure'
  client_secret?: string
  message: string
}

function chosen(): string {
  return find('form')?.dataset.method ?? 'card'
}

function mount(stripe: Stripe): void {
  const { currency, locale } = data
  const isBank = chosen() === 'ach'
  const elements: StripeElements = stripe.elements({
    mode: 'setup',
    currency,
    locale,
    allowedPaymentMethodTypes: [isBank ? 'us_bank_account' : 'card'],
    appearance: appearance(),
  })
  const fields = elements.create('payment', {
    wallets: { link: 'never', applePay: 'never', googlePay: 'never' },
    ...(isBank && { fields: { billingDetails: { name: 'never', email: 'never' } as const } }),
  })
  processor.elements = elements
  const button = find<HTMLButtonElement>('pay')
  if (button) button.disabled = true
  fields.on('ready', () => {
    find('card')?.classList.add('is-ready')
    setBusy(null)
  })
  fields.on('loaderror', () => showProblem(data.words.cardUnavailable))
  fields.mount('#card')
  mounted = fields
}

let mounted: { destroy(): void } | null = null

function choose(method: string): void {
  const form = find('form')
  if (!form) return
  form.dataset.method = method
  needOwner()
  showProblem('')
  mounted?.destroy()
  find('card')?.classList.remove('is-ready')
  if (processor.stripe) mount(processor.stripe)
}

/** Whose account is debited must be known; whose card, need not. */
function needOwner(): void {
  for (const id of ['name', 'email']) {
    const input = find<HTMLInputElement>(id)
    if (input) input.required = chosen() === 'ach'
  }
}

async function save(): Promise<void> {
  const { stripe, elements } = processor
  if (isBusy() || !stripe || !elements) return
  setBusy(data.words.paying)
  const name = find<HTMLInputElement>('name')?.value.trim() || undefined
  const email = find<HTMLInputElement>('email')?.value.trim() || undefined
  try {
    const checked = await elements.submit()
    if (checked.error) return say(checked.error)
    const billing = { ...(name && { name }), ...(email && { email }) }
    const params = { payment_method_data: { billing_details: billing } }
    const { confirmationToken, error } = await stripe.createConfirmationToken({ elements, params })
    if (error) return say(error)
    const body = {
      method: chosen(),
      confirmation_token: confirmationToken.id,
      name,
      email,
      consent: data.saving,
    }
    await finish(await post('/setups', body))
  } catch {
    // Nothing was sent to our server: `post` never throws.
    say({})
  }
}

/** The fields say themselves what is wrong with them; anything else is said here. */
function say({ type, message }: { type?: string; message?: string }): void {
  setBusy(null)
  if (type !== 'validation_error') showProblem(message ?? data.words.refused)
}

/** What came of a try: the page itself tells of a success, of a form that is over and of what is not known. */
async function finish(reply: Awaited<ReturnType<typeof post>>, hasActed = false): Promise<void> {
  if (!reply) return wait(data.words.lost)
  if ('problem' in reply) {
    const { code, message, retry_after_seconds: pause } = reply.problem
    if (code === 'form_over' || code === 'consent_outdated') return location.reload()
    setBusy(pause ? '' : null)
    showProblem(message ?? data.words.refused, pause ? 'attention' : 'failed')
    if (pause) setTimeout(() => setBusy(null), pause * 1000)
    return
  }
  const answer = reply.answer as unknown as SetupAnswer
  if (answer.state === 'succeeded') return location.reload()
  if (answer.state === 'unsure') return wait(answer.message)
  if (answer.state === 'requires_action' && answer.client_secret && !hasActed) {
    setBusy(answer.message)
    try {
      await processor.stripe?.handleNextAction({ clientSecret: answer.client_secret })
    } catch {}
    return finish(await post(`/setups/${answer.setup}/refresh`), true)
  }
  say({ message: answer.message })
}

/** Nobody knows yet: the page is asked again until it says something else. It is never sent again from here. */
function wait(text: string): void {
  setBusy(text)
  lookAgain()
}

function lookAgain(): void {
  setTimeout(() => location.reload(), 10_000)
}

const { form } = data
if (form) {
  needOwner()
  find('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void save()
  })
  find('form')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'method') choose(target.value)
  })
  loadProcessor(form)
    .then((stripe) => {
      processor.stripe = stripe
      mount(stripe)
      night.addEventListener('change', () => processor.elements?.update({ appearance: appearance() }))
    })
    .catch(() => showProblem(data.words.cardUnavailable))
} else lookAgain()
