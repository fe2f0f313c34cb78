import { SAVING_VERSION } from '../../server/src/requests/index.ts'
import { bankToken } from '../support/story.ts'
import { type Answer, payer } from '../support/world.ts'
import { DECLINED } from './paying.ts'
import type { Form, Simulation, Step } from './simulation.ts'

/** Forms that customers are mailed, by which they let the company keep what they pay by. */

export const askForMethod: Step = async (simulation, dice) => {
  const customer = dice.one(simulation.customers)
  const email = `p${dice.below(3)}@lune.test`
  return sent(
    simulation,
    await simulation.call('POST', `/v1/customers/${customer}/method_requests`, { email }),
  )
}

export const resendForm: Step = async (simulation, dice) => {
  const form = dice.one(simulation.forms)
  if (form === undefined) return undefined
  return sent(simulation, await simulation.call('POST', `/v1/method_requests/${form.id}/resend`))
}

export const revokeForm: Step = async (simulation, dice) => {
  const form = dice.one(simulation.forms)
  return form && simulation.call('POST', `/v1/method_requests/${form.id}/revoke`)
}

async function sent(simulation: Simulation, answer: Answer): Promise<Answer> {
  if (answer.status !== 201) return answer
  const id = String(answer.body.id)
  const { url } = (await simulation.call('GET', `/v1/method_requests/${id}/link`)).body
  simulation.forms.push({ id, customer: String(answer.body.customer), url: String(url) })
  return answer
}

/** An open form saves what is not declined, and one that is used, taken back or over saves nothing. */
export const fillIn: Step = async (simulation, dice) => {
  const form = dice.one(simulation.forms)
  if (form === undefined) return undefined
  const isOpen = await isOpenForm(simulation, form)
  const declines = dice.chance(0.15)
  const answer = await fill(simulation, form, { bank: dice.chance(0.3), declines })
  const isSaved = answer.body.state === 'succeeded'
  if (isSaved && (!isOpen || declines))
    throw new Error(`A form that is over, or a declined card: ${answer.text}`)
  if (isOpen && !isSaved && !declines && !simulation.isStruck && answer.body.code !== 'too_many_tries')
    throw new Error(`A form that is open: ${answer.status} ${answer.text}`)
  return answer
}

/** In two tabs: of what is saved one is kept, which is looked at after each step. */
export const fillInTwice: Step = async (simulation, dice) => {
  const form = dice.one(simulation.forms)
  if (form === undefined) return undefined
  const [one] = await Promise.all([
    fill(simulation, form, {}),
    fill(simulation, form, { bank: dice.chance(0.5) }),
  ])
  return one
}

async function isOpenForm(simulation: Simulation, { id, customer }: Form): Promise<boolean> {
  const { data } = (await simulation.call('GET', `/v1/customers/${customer}/method_requests`)).body as {
    data: { id: string; status: string }[]
  }
  return data.find((each) => each.id === id)?.status === 'open'
}

async function fill(
  { world, company }: Simulation,
  { url }: Form,
  { bank = false, declines = false }: { bank?: boolean; declines?: boolean },
): Promise<Answer> {
  const isBank = bank && !declines
  const token = isBank
    ? await bankToken(world, company, {})
    : await world.card(company, declines ? DECLINED : undefined)
  return payer('POST', `${url}/setups`, {
    method: isBank ? 'ach' : 'card',
    confirmation_token: token,
    consent: SAVING_VERSION,
    ...(isBank && { name: 'Ada Payer', email: 'ada@payer.test' }),
  })
}
