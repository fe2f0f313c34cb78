import type { FrameStart, Reply } from './protocol.ts'
import { wordsFor } from './words.ts'

type Form = { [name: string]: string | null }

/** Asks the processor's API with the publishable key; a refusal comes back as Stripe.js gives it. */
export async function askProcessor(
  start: FrameStart,
  method: string,
  path: string,
  form: Form,
): Promise<Reply> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== null) body.set(name, value)
  const headers: { [name: string]: string } = { authorization: `Bearer ${start.key}` }
  if (start.account) headers['stripe-account'] = start.account
  try {
    const response = await fetch(method === 'GET' ? `${path}?${body}` : path, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body }),
    })
    const answer = await response.json()
    return response.ok ? { value: answer } : { error: answer.error }
  } catch {
    return { error: { type: 'api_connection_error', message: wordsFor(start.locale).unreachable } }
  }
}
