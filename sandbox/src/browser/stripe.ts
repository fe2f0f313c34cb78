import type {
  ConfirmationTokenResult,
  CreateConfirmationToken,
  PaymentIntent,
  PaymentIntentResult,
  Stripe,
  StripeConstructorOptions,
} from '@stripe/stripe-js'
import { challengeOf, type IntentResult, redirectOf, resultOf, showChallenge } from './authentication.ts'
import { askGroup, createElementsGroup, type ElementsGroup, type GroupOptions } from './elements-group.ts'
import { type Frame, openFrame, type Setup, style } from './frame-host.ts'
import { integrationError } from './payment-element.ts'
import type { Question, Reply } from './protocol.ts'

type ConfirmOptions = {
  elements?: object
  clientSecret?: string
  confirmParams?: { confirmation_token?: string; return_url?: string }
  redirect?: 'always' | 'if_required'
}

/** Where this script came from is the processor it speaks to. */
const { origin } = new URL((document.currentScript as HTMLScriptElement).src)

/** The part of `window.Stripe` that a pay page uses. */
function createStripe(key: string, options: StripeConstructorOptions = {}) {
  if (!key?.startsWith('pk_'))
    throw integrationError('Please call Stripe() with your publishable key, which starts with pk_.')
  const locale = options.locale && options.locale !== 'auto' ? options.locale : navigator.language
  const setup: Setup = { origin, key, account: options.stripeAccount ?? null, locale }
  let controller: Frame | null = null

  function ask(question: Question): Promise<Reply> {
    controller ??= openController(setup)
    return controller.ask(question)
  }

  async function retrievePaymentIntent(clientSecret: string): Promise<PaymentIntentResult> {
    const { value, error } = await ask({ ask: 'retrieve', clientSecret })
    return error ? { error } : { paymentIntent: value as PaymentIntent }
  }

  async function handleNextAction(given: {
    clientSecret?: string
    hashedValue?: string
  }): Promise<IntentResult> {
    const { clientSecret = '' } = given
    const { paymentIntent, error } = await retrievePaymentIntent(clientSecret)
    if (error) return { error }
    const url = challengeOf(paymentIntent)
    if (paymentIntent.status !== 'requires_action' || !url) {
      const message = `handleNextAction: The PaymentIntent supplied is not in the requires_action state (it is ${paymentIntent.status}).`
      return {
        error: {
          type: 'invalid_request_error',
          code: 'payment_intent_unexpected_state',
          message,
          payment_intent: paymentIntent,
        },
      }
    }
    const elsewhere = redirectOf(paymentIntent)
    if (elsewhere) {
      location.assign(elsewhere)
      // The page is left: nobody waits for an answer.
      return new Promise(() => undefined)
    }
    // By the name that this page knows the sandbox under: localhost and 127.0.0.1 are two origins.
    const { pathname, search } = new URL(url)
    await showChallenge(setup, origin + pathname + search)
    const after = await retrievePaymentIntent(clientSecret)
    return after.error ? { error: after.error } : resultOf(after.paymentIntent)
  }

  async function createConfirmationToken(given: CreateConfirmationToken): Promise<ConfirmationTokenResult> {
    if (!given.elements) throw integrationError('This sandbox makes confirmation tokens from elements.')
    const billing = given.params?.payment_method_data?.billing_details
    const { value, error } = await askGroup(given.elements, {
      ask: 'confirmationToken',
      name: billing?.name ?? null,
      email: billing?.email ?? null,
      returnUrl: given.params?.return_url ?? null,
    })
    return error ? { error } : ({ confirmationToken: value } as ConfirmationTokenResult)
  }

  async function confirmPayment(given: ConfirmOptions): Promise<IntentResult> {
    const { clientSecret = '', confirmParams = {} } = given
    const token = confirmParams.confirmation_token ?? (await tokenFromElements(given))
    if (typeof token !== 'string') return token
    const returnUrl = confirmParams.return_url ?? null
    const { value, error } = await ask({ ask: 'confirm', clientSecret, confirmationToken: token, returnUrl })
    if (error) return { error }
    const intent = value as PaymentIntent
    const result =
      intent.status === 'requires_action' ? await handleNextAction({ clientSecret }) : resultOf(intent)
    if (!result.error && given.redirect !== 'if_required' && returnUrl)
      goBack(returnUrl, result.paymentIntent)
    return result
  }

  async function tokenFromElements(given: ConfirmOptions): Promise<string | IntentResult> {
    const { confirmationToken, error } = await createConfirmationToken(given as CreateConfirmationToken)
    return error ? { error } : confirmationToken.id
  }

  return {
    elements: (groupOptions: GroupOptions): ElementsGroup => createElementsGroup(setup, groupOptions),
    confirmPayment,
    ...({ createConfirmationToken, handleNextAction, retrievePaymentIntent } satisfies Pick<
      Stripe,
      'createConfirmationToken' | 'handleNextAction' | 'retrievePaymentIntent'
    >),
  }
}

function openController(setup: Setup): Frame {
  const frame = openFrame(setup, document.body, {
    path: '/elements/controller',
    title: 'Payment controller',
    appearance: {},
    on: () => undefined,
  })
  frame.element.setAttribute('aria-hidden', 'true')
  frame.element.tabIndex = -1
  style(frame.element, { border: '0', height: '1px', left: '-9999px', position: 'absolute', width: '1px' })
  return frame
}

function goBack(returnUrl: string, intent: PaymentIntent): void {
  const url = new URL(returnUrl, location.href)
  url.searchParams.set('payment_intent', intent.id)
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '')
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'pending')
  location.assign(url)
}

Object.assign(window, { Stripe: Object.assign(createStripe, { version: 'sandbox' }) })
