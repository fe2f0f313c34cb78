import type { Appearance, StripeElements, StripeElementsOptionsMode } from '@stripe/stripe-js'
import { createExpressElement } from './express-element.ts'
import type { Setup } from './frame-host.ts'
import {
  createElement,
  type ElementMethod,
  type ElementType,
  integrationError,
  type MountedElement,
  type SandboxElement,
} from './payment-element.ts'
import type { Question, Reply } from './protocol.ts'

export type GroupOptions = Partial<Omit<StripeElementsOptionsMode, 'mode'>> & {
  mode?: string | undefined
  amount?: number | undefined
  paymentMethodTypes?: string[] | undefined
}

export type ElementsGroup = Pick<StripeElements, 'fetchUpdates' | 'submit'> & {
  update(options: GroupOptions): Promise<void>
  create(type: ElementType, options?: object): SandboxElement
  getElement(type: ElementType): SandboxElement | null
}

/** Groups as this script made them: a page cannot hand in its own. */
const askers = new WeakMap<object, (question: Question) => Promise<Reply>>()

export function createElementsGroup(setup: Setup, given: GroupOptions): ElementsGroup {
  const elements = new Map<ElementType, MountedElement>()
  let options = given
  let submitted = false
  checkMode(options)
  const appearance = (): Appearance => options.appearance ?? {}
  const locale = () => (options.locale && options.locale !== 'auto' ? options.locale : setup.locale)

  function payment(): MountedElement {
    const element = elements.get('payment') ?? elements.get('expressCheckout')
    if (!element?.isMounted()) throw integrationError('Mount a payment element before you use its group.')
    return element
  }

  const group = {
    create(type: ElementType) {
      if (elements.has(type))
        throw integrationError(`Can only create one Element of type ${type} through an Elements instance.`)
      const own = { ...setup, locale: locale() }
      const element =
        type === 'expressCheckout'
          ? createExpressElement(own)
          : createElement(own, {
              appearance,
              // A page that offers several changes its elements with the choice.
              method: methodOf(options),
              changed() {
                submitted = false
              },
            })
      elements.set(type, element)
      return element
    },
    getElement: (type: ElementType) => elements.get(type) ?? null,
    async submit() {
      const reply = await payment().ask({ ask: 'validate' })
      if (reply.error) return { error: reply.error }
      submitted = true
      return { selectedPaymentMethod: String(reply.value) }
    },
    async update(changes: GroupOptions) {
      options = { ...options, ...changes }
      checkMode(options)
      const element = elements.get('payment')
      if (!element?.isMounted()) return
      await element.ask({ ask: 'appearance', locale: locale(), appearance: appearance() })
    },
    fetchUpdates: async () => ({}),
  } satisfies ElementsGroup

  askers.set(group, async (question) => {
    if (!submitted)
      throw integrationError('elements.submit() must be called before the payment details are used.')
    return payment().ask(
      question.ask === 'confirmationToken' ? { ...question, setupFutureUsage: usageOf(options) } : question,
    )
  })
  return group
}

function methodOf({ allowedPaymentMethodTypes }: GroupOptions): ElementMethod {
  const first = allowedPaymentMethodTypes?.[0]
  return first === 'us_bank_account' || first === 'affirm' ? first : 'card'
}

/** Asks the payment element of a group, after its `submit` went well. */
export function askGroup(group: object, question: Question): Promise<Reply> {
  const ask = askers.get(group)
  if (!ask) throw integrationError('Please pass the elements instance that this Stripe object made.')
  return ask(question)
}

/** Elements that set up, and those that pay what is used again, say so with what they collect. */
function usageOf({ mode, setupFutureUsage }: GroupOptions): string | null {
  return setupFutureUsage ?? (mode === 'setup' ? 'off_session' : null)
}

function checkMode(options: GroupOptions): void {
  if (options.mode !== 'payment' && options.mode !== 'setup')
    throw integrationError('This sandbox plays elements of the modes "payment" and "setup".')
  if (options.mode === 'payment' && (!Number.isInteger(options.amount) || Number(options.amount) <= 0)) {
    throw integrationError(
      'Invalid value for elements(): amount should be an integer above zero, in minor units.',
    )
  }
  if (!/^[a-z]{3}$/i.test(options.currency ?? '')) {
    throw integrationError(
      'Invalid value for elements(): currency should be a currency code of three letters.',
    )
  }
}
