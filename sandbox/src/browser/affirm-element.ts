import { applyAppearance } from './appearance.ts'
import { serveFrame, tellHeight } from './frame-port.ts'
import { askProcessor } from './processor-client.ts'
import type { FrameStart, Question, Reply } from './protocol.ts'
import { languageOf, wordsFor } from './words.ts'

/** What the payment element shows where Affirm's own page asks for everything: that the payer goes there. */
serveFrame((start, tell) => {
  let current: FrameStart = start
  dress(current)
  tellHeight(tell)
  return async (question: Question): Promise<Reply> => {
    if (question.ask === 'validate') return { value: 'affirm' }
    if (question.ask === 'confirmationToken') {
      return askProcessor(current, 'POST', '/v1/confirmation_tokens', {
        'payment_method_data[type]': 'affirm',
        'payment_method_data[billing_details][name]': question.name,
        'payment_method_data[billing_details][email]': question.email,
        return_url: question.returnUrl,
      })
    }
    if (question.ask === 'appearance') {
      current = { ...current, locale: question.locale, appearance: question.appearance }
      dress(current)
    }
    return { value: null }
  }
})

function dress({ locale, appearance }: FrameStart): void {
  const words = wordsFor(locale)
  document.documentElement.lang = languageOf(locale)
  applyAppearance(appearance)
  say('#redirect', words.redirect)
  say('#mode', words.testAffirm)
}

function say(selector: string, text: string): void {
  const place = document.querySelector(selector)
  if (place) place.textContent = text
}
