import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../bin/check-stripe', import.meta.url))

function checkStripe(key: string | undefined) {
  const { PATH = '' } = process.env
  const env = key === undefined ? { PATH } : { PATH, STRIPE_SECRET_KEY: key }
  const { status, stdout, stderr } = spawnSync(SCRIPT, { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('bin/check-stripe', () => {
  it.each([
    [
      'no key',
      undefined,
      'STRIPE_SECRET_KEY is not set. Set it to a secret key of Stripe test mode (sk_test_…).',
    ],
    ['an empty key', '', 'STRIPE_SECRET_KEY is not set.'],
    ['a live key', 'sk_live_51abc', 'STRIPE_SECRET_KEY is a live key, and these checks charge cards.'],
    ['a restricted live key', 'rk_live_51abc', 'STRIPE_SECRET_KEY is a live key'],
    ['a publishable key', 'pk_test_51abc', 'STRIPE_SECRET_KEY is no secret key of Stripe test mode'],
    ['any other word', 'hello', 'STRIPE_SECRET_KEY is no secret key of Stripe test mode'],
  ])('refuses %s in a sentence, and asks Stripe nothing', (_, key, sentence) => {
    expect(checkStripe(key)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/Nothing was asked of Stripe\.\n$/),
    })
    expect(checkStripe(key).stderr).toContain(sentence)
  })
})
