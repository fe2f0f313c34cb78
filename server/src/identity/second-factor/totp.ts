import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** A code is taken one step early or late: clocks differ, and people type. */
const WINDOW = 1
const CODE = /^\d{6}$/

/** Time-based codes of six digits (RFC 6238), as every authenticator app makes them. */
export function totpOf(seed: Uint8Array, label = ''): TOTP {
  const secret = new Secret({ buffer: new Uint8Array(seed).buffer })
  return new TOTP({
    issuer: 'Quittance',
    label,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  })
}

/** The step that a code is of, or undefined where it is of none that counts now. */
export function stepOf(seed: Uint8Array, code: string, now: Date): bigint | undefined {
  const token = code.replaceAll(' ', '')
  if (!CODE.test(token)) return undefined
  const delta = totpOf(seed).validate({ token, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : BigInt(Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta)
}
