import type { Stripe } from 'stripe'
import { describePayment } from '../processor/charge-card.ts'
import type { World } from '../world.ts'
import { storeMessage } from './store-message.ts'

/** The copy of the plan that Affirm mails to whoever agreed to it. It does not pass through our mail server. */
export async function mailPlan(
  world: World,
  account: string,
  intent: Stripe.PaymentIntent,
  to: string,
): Promise<void> {
  const { amount, payee } = describePayment(world, account, intent, 'en')
  const part = describePayment(
    world,
    account,
    { ...intent, amount: Math.ceil(intent.amount / 4) },
    'en',
  ).amount
  const from = 'plans@affirm.sandbox.test'
  const lines = [
    `From: Affirm (sandbox) <${from}>`,
    `To: <${to}>`,
    'Subject: Your plan',
    `Date: ${new Date(world.clock.now() * 1000).toUTCString()}`,
    `Message-ID: <${intent.id}@affirm.sandbox.test>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your plan for ${amount} at ${payee}: 4 payments of ${part}, every two weeks.`,
    '',
  ]
  await storeMessage(world, { from, to: [to], raw: Buffer.from(lines.join('\r\n')) })
}
