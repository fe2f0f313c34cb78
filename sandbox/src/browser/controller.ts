import { serveFrame } from './frame-port.ts'
import { askProcessor } from './processor-client.ts'
import type { Question, Reply } from './protocol.ts'

/** The frame without a face: reads and confirms PaymentIntents for the pay page's script. */
serveFrame((start) => (question: Question): Promise<Reply> | Reply => {
  if (question.ask === 'retrieve') {
    const { clientSecret } = question
    return askProcessor(start, 'GET', pathOf(clientSecret), { client_secret: clientSecret })
  }
  if (question.ask === 'confirm') {
    return askProcessor(start, 'POST', `${pathOf(question.clientSecret)}/confirm`, {
      client_secret: question.clientSecret,
      confirmation_token: question.confirmationToken,
      return_url: question.returnUrl,
      use_stripe_sdk: 'true',
    })
  }
  return { value: null }
})

function pathOf(clientSecret: string): string {
  const kind = clientSecret.startsWith('seti_') ? 'setup_intents' : 'payment_intents'
  return `/v1/${kind}/${encodeURIComponent(clientSecret.split('_secret_')[0] ?? '')}`
}
