import type { PayPageState } from '../view.ts'
import { data } from './page.ts'

export interface Answer {
  payment: string
  state: 'succeeded' | 'processing' | 'requires_action' | 'declined' | 'canceled' | 'unsure'
  client_secret?: string
  message: string
  submit_key: string
}

export interface Problem {
  code: string
  message?: string
  amount?: number
  display?: string
  retry_after_seconds?: number
}

export interface Status {
  state: PayPageState
  amount: number
  display: string
  /** How it may be paid by now, where that is not by card alone. */
  methods?: string
  message?: string
}

/** `null`: no answer, or none that we understand. Then nobody knows yet what became of it. */
export type Reply = { answer: Answer } | { problem: Problem } | null

/** Answers come in the language of the page, whatever the browser's is. */
function address(path: string, more = ''): string {
  return `${data.path}${path}?lang=${data.language}${more}`
}

export async function post(path: string, body?: object): Promise<Reply> {
  try {
    const response = await fetch(address(path), {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(90_000),
    })
    const value = await response.json()
    if (response.ok) return { answer: value }
    if ([409, 422, 429].includes(response.status)) return { problem: value }
  } catch {}
  return null
}

export async function askStatus(): Promise<Status | null> {
  try {
    const response = await fetch(address('/status', `&shown=${data.amount}`), {
      signal: AbortSignal.timeout(15_000),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
