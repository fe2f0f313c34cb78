import { serveFrame, tellHeight } from './frame-port.ts'
import { askProcessor } from './processor-client.ts'
import type { FrameStart, Question, Reply, Wallet } from './protocol.ts'
import { languageOf, wordsFor } from './words.ts'

const WALLETS: readonly Wallet[] = ['apple_pay', 'google_pay']

/** The buttons of the express element, and the card that the payer chose in the device's sheet. */
serveFrame((start, tell) => {
  document.documentElement.lang = languageOf(start.locale)
  let chosen: { wallet: Wallet; card: string } | null = null
  for (const wallet of WALLETS)
    buttonOf(wallet)?.addEventListener('click', () => tell({ event: 'wallet', wallet }))
  tellHeight(tell)
  return async (question: Question): Promise<Reply> => {
    if (question.ask === 'wallets') return { value: await available(start, question.domain) }
    if (question.ask === 'wallet') chosen = question
    if (question.ask === 'validate') return { value: chosen?.wallet ?? null }
    if (question.ask === 'confirmationToken' && chosen !== null) return createToken(start, question, chosen)
    return { value: null }
  }
})

function buttonOf(wallet: Wallet): HTMLButtonElement | null {
  return document.querySelector(`#${wallet}`)
}

/** Shows a button for each wallet that the device has here. */
async function available({ account, locale }: FrameStart, domain: string) {
  const query = new URLSearchParams({ domain, ...(account ? { account } : {}) })
  const answer = await fetch(`/elements/wallets/available?${query}`)
  const names = answer.ok ? ((await answer.json()) as Wallet[]) : []
  for (const wallet of WALLETS) {
    const button = buttonOf(wallet)
    if (!button) continue
    button.hidden = !names.includes(wallet)
    button.textContent = wordsFor(locale)[wallet]
  }
  return { applePay: names.includes('apple_pay'), googlePay: names.includes('google_pay') }
}

function createToken(
  start: FrameStart,
  question: Extract<Question, { ask: 'confirmationToken' }>,
  { wallet, card }: { wallet: Wallet; card: string },
): Promise<Reply> {
  return askProcessor(start, 'POST', '/v1/confirmation_tokens', {
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': card,
    'payment_method_data[card][exp_month]': '12',
    'payment_method_data[card][exp_year]': '2034',
    'payment_method_data[card][wallet]': wallet,
    'payment_method_data[billing_details][name]': question.name,
    'payment_method_data[billing_details][email]': question.email,
    return_url: question.returnUrl,
  })
}
