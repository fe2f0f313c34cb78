import { randomUUID } from 'node:crypto'
import { PHONE_SAVING_VERSION } from '../../server/src/requests/index.ts'
import { type Answer, payer } from '../support/world.ts'
import type { Dice } from './commands.ts'
import { DECLINED, THREE_D_SECURE, taken } from './paying.ts'
import type { PhonePage, Simulation, Step } from './simulation.ts'

/** Cards that customers give by phone, entered on a page of the pay origin by whoever sits there. */

export const openPhonePage: Step = async (simulation, dice) => {
  const request = dice.chance(0.3) ? dice.one(simulation.requests) : undefined
  const invoice = dice.one(simulation.invoices)
  if (request === undefined && invoice === undefined) return undefined
  const path = request === undefined ? `/v1/invoices/${invoice?.id}` : `/v1/payment_requests/${request}`
  const { open } = (await simulation.call('GET', path)).body
  const amount = Math.max(1, Number(open) + (dice.chance(0.1) ? 1 : 0))
  const of = request === undefined ? { invoices: [invoice?.id] } : { payment_request: request }
  const answer = await simulation.cashier.call('POST', '/v1/phone_pages', { ...of, amount })
  if (answer.status === 201)
    simulation.phonePages.push({ url: String(answer.body.url), amount, payments: new Set() })
  return answer
}

/** One that waits for a card is likelier than one that took its payment: that one takes no other. */
function choose({ phonePages }: Simulation, dice: Dice): PhonePage | undefined {
  const waiting = phonePages.filter(({ payments }) => payments.size === 0)
  return dice.one(dice.chance(0.8) && waiting.length > 0 ? waiting : phonePages)
}

async function enter(
  { world, company }: Simulation,
  page: PhonePage,
  { card, amount = page.amount, save }: { card?: string | undefined; amount?: number; save?: boolean } = {},
): Promise<Answer> {
  return payer('POST', `${page.url}/payments`, {
    submit_key: randomUUID(),
    confirmation_token: await world.card(company, card),
    amount,
    currency: 'usd',
    method: 'card',
    ...(save && { save: PHONE_SAVING_VERSION }),
  })
}

/** A page takes one payment, of its amount and by a card that is not declined. */
function checkPage(page: PhonePage, answer: Answer, mayPay = true): void {
  if (answer.body.state !== 'succeeded') return
  page.payments.add(String(answer.body.payment))
  if (page.payments.size > 1 || !mayPay)
    throw new Error(
      `A page for ${page.amount} by phone took ${[...page.payments].join(', ')}: ${answer.text}`,
    )
}

export const payByPhone: Step = async (simulation, dice) => {
  const page = choose(simulation, dice)
  if (page === undefined) return undefined
  const isStale = dice.chance(0.1)
  const card = dice.chance(0.15) ? DECLINED : dice.chance(0.15) ? THREE_D_SECURE : undefined
  const answer = await enter(simulation, page, {
    card,
    amount: page.amount + (isStale ? 1 : 0),
    save: dice.chance(0.3),
  })
  checkPage(page, answer, !isStale && card === undefined)
  const intent = String(answer.body.client_secret ?? '').split('_secret_')[0] ?? ''
  if (intent !== '') simulation.awaiting.push({ intent, method: 'card' })
  return taken(simulation, answer)
}

/** The button twice, with two cards, and who called pays on their own page as well. */
export const payByPhoneTwice: Step = async (simulation, dice) => {
  const page = choose(simulation, dice)
  if (page === undefined) return undefined
  const answers = await Promise.all([enter(simulation, page), enter(simulation, page)])
  for (const answer of answers) checkPage(page, taken(simulation, answer))
  return answers.find(({ status }) => status === 200) ?? answers[0]
}
