import { DomainError } from '../../lib/errors.ts'
import { WorkerThreads } from '../../lib/worker-threads.ts'

export type PasswordTask = { readonly password: string; readonly known: readonly string[] }

export class PasswordTooWeak extends DomainError {
  readonly code = 'password_too_weak'
  readonly status = 422
}

export class PasswordNotJudged extends DomainError {
  readonly code = 'password_not_judged'
  readonly status = 503
}

const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256
/** zxcvbn's "safely unguessable": more than 10^8 guesses, at the price that argon2id puts on each. */
const SCORE_MIN = 3

/** Its dictionaries take 80 MB and half a second, so they are loaded when first needed and let go a while after. */
const judges = new WorkerThreads<PasswordTask, number>({
  script: new URL('./judge-worker.ts', import.meta.url),
  threads: 1,
  timeLimitMs: 20_000,
  memoryLimitMb: 512,
  failed: (reason) =>
    new PasswordNotJudged(`The password could not be looked at: ${reason}. Nothing was changed; try again.`),
})
const KEPT_MS = 60_000
let judging = 0
let letGo: NodeJS.Timeout | undefined

/**
 * Refuses a password that is short, or among the first that would be guessed. `known` is what a guesser would know
 * of the person: name, address, company.
 */
export async function checkPassword(password: string, known: readonly string[]): Promise<void> {
  const normal = password.normalize('NFKC')
  if ([...normal].length < PASSWORD_MIN) {
    throw new PasswordTooWeak(
      `A password needs at least ${PASSWORD_MIN} characters. Nothing was changed; a sentence of a few words is easy to remember.`,
      { field: 'password' },
    )
  }
  if ((await score({ password: normal, known: known.flatMap(words) })) < SCORE_MIN) {
    throw new PasswordTooWeak(
      'This password is among the first that would be guessed. Nothing was changed; take one without names, dates, known words alone or keys in a row.',
      { field: 'password' },
    )
  }
}

async function score(task: PasswordTask): Promise<number> {
  judging += 1
  clearTimeout(letGo)
  try {
    return await judges.run(task)
  } finally {
    judging -= 1
    // Nothing is kept running for it.
    if (judging === 0) letGo = setTimeout(() => void judges.close(), KEPT_MS).unref()
  }
}

function words(text: string): string[] {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return [text.toLowerCase(), parts.join(''), ...parts].filter((word) => word.length > 2)
}
